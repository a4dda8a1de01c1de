package dev.moim.local.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.template.Deployment;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event that an SQS event source mapping gives a function. */
final class QueueEvents {

  private QueueEvents() {}

  static ObjectNode of(String queue, List<Message> messages) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> add(records.addObject(), queue, message));
    return event;
  }

  private static void add(ObjectNode item, String queue, Message message) {
    item.put("messageId", message.messageId())
        .put("receiptHandle", message.receiptHandle())
        .put("body", message.body());
    ObjectNode attributes = item.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = item.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) ->
            own.putObject(name)
                .put("stringValue", value.stringValue())
                .put("dataType", value.dataType()));
    item.put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put(
            "eventSourceARN",
            "arn:aws:sqs:%s:%s:%s".formatted(Deployment.REGION, Deployment.ACCOUNT, queue))
        .put("awsRegion", Deployment.REGION);
  }
}
