package dev.moim.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** SQS queues; FIFO queues are refused, the local queue server orders nothing. */
final class QueueReader {

  private QueueReader() {}

  static List<Queue> queues(Stack stack) {
    return stack.resources("AWS::SQS::Queue").stream()
        .map(queue -> queue(stack.names(), queue))
        .toList();
  }

  private static Queue queue(Names names, Resource queue) {
    if (queue.text("FifoQueue", "false").equals("true")) {
      throw new TemplateException(queue.logicalId() + ": FIFO queues are not supported");
    }
    Resource redrive = queue.part("RedrivePolicy");
    return new Queue(
        names.physical(queue.logicalId()),
        Duration.ofSeconds(queue.number("DelaySeconds", 0)),
        Duration.ofSeconds(queue.number("VisibilityTimeout", 30)),
        Duration.ofSeconds(queue.number("MessageRetentionPeriod", 345_600)),
        redrive.has("deadLetterTargetArn")
            ? Optional.of(
                new Queue.Redrive(
                    Names.nameIn(redrive.text("deadLetterTargetArn")),
                    redrive.number("maxReceiveCount", 10)))
            : Optional.empty());
  }
}
