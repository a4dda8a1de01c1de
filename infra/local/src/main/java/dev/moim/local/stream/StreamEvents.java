package dev.moim.local.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.template.Deployment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Records of a stream as Lambda writes them into the event of a function. */
final class StreamEvents {

  private StreamEvents() {}

  static ObjectNode of(List<Entry> entries) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    entries.forEach(entry -> records.add(entry.json()));
    return event;
  }

  /** DynamoDB Local has a region of its own in its ARNs. */
  static String arn(String localArn) {
    return localArn.replace(":ddblocal:", ":" + Deployment.REGION + ":");
  }

  /**
   * @param asked when records were asked for before, and this one was not among them yet
   */
  static ObjectNode json(Record item, String streamArn, Instant asked) {
    ObjectNode json =
        Json.object()
            .put("eventID", item.eventID())
            .put("eventName", item.eventNameAsString())
            .put("eventVersion", "1.1")
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", Deployment.REGION);
    json.set("dynamodb", change(item.dynamodb(), asked));
    if (item.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", item.userIdentity().principalId())
          .put("type", item.userIdentity().type());
    }
    return json.put("eventSourceARN", arn(streamArn));
  }

  private static ObjectNode change(StreamRecord change, Instant asked) {
    Instant written = second(change.approximateCreationDateTime(), asked);
    ObjectNode json = Json.object().put("ApproximateCreationDateTime", written.getEpochSecond());
    json.set("Keys", image(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", image(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", image(change.oldImage()));
    }
    return json.put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
  }

  /**
   * DynamoDB says in which second something was written, DynamoDB Local in which minute. What is
   * read within that minute was written not long before; of what waited longer no more is known.
   */
  private static Instant second(Instant written, Instant asked) {
    return asked.truncatedTo(ChronoUnit.MINUTES).equals(written) ? asked : written;
  }

  private static ObjectNode image(Map<String, AttributeValue> item) {
    ObjectNode json = Json.object();
    item.forEach((name, value) -> json.set(name, attribute(value)));
    return json;
  }

  private static ObjectNode attribute(AttributeValue value) {
    ObjectNode json = Json.object();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case B -> json.put("B", base64(value.b()));
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> value.bs().stream().map(StreamEvents::base64).forEach(json.putArray("BS")::add);
      case M -> json.set("M", image(value.m()));
      case L -> {
        ArrayNode list = json.putArray("L");
        value.l().forEach(part -> list.add(attribute(part)));
      }
      default -> throw new IllegalStateException("an attribute of no known type: " + value);
    }
    return json;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
