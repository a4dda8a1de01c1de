package dev.moim.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.local.function.Functions;
import dev.moim.local.function.Outcome;
import dev.moim.template.EventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An event source mapping: receives batches from a queue, gives each to the function, deletes what
 * it handled. What it did not handle becomes visible again after the queue's visibility timeout and
 * moves to the dead-letter queue by the queue's redrive policy.
 */
final class QueuePump implements AutoCloseable {

  /** Lambda starts with five concurrent batches for a standard queue. */
  private static final int CONCURRENT_BATCHES = 5;

  private static final int MAX_RECEIVE = 10;

  /** The queue server wakes a waiting receive for new messages, not for ones visible again. */
  private static final int POLL_SECONDS = 1;

  private final EventSource.QueueSource source;
  private final String function;
  private final String url;
  private final SqsClient client;
  private final Functions functions;
  private final Semaphore batches = new Semaphore(CONCURRENT_BATCHES);
  private final Thread thread;
  private volatile boolean stopped;

  QueuePump(
      EventSource.QueueSource source, String function, QueueServer server, Functions functions) {
    this.source = source;
    this.function = function;
    this.url = server.url(source.queue());
    this.client = server.client();
    this.functions = functions;
    this.thread = Thread.ofVirtual().name("pump " + source.queue()).start(this::run);
  }

  boolean isUp() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }

  private void run() {
    try {
      while (!stopped) {
        batches.acquire();
        List<Message> messages = receive();
        if (messages.isEmpty()) {
          batches.release();
        } else {
          start(messages);
        }
      }
    } catch (InterruptedException | SdkException e) {
      if (!stopped) {
        throw new IllegalStateException("cannot poll queue " + source.queue(), e);
      }
    }
  }

  private void start(List<Message> messages) {
    var _ =
        functions
            .invoke(function, QueueEvents.of(source.queue(), messages))
            .thenAccept(outcome -> handled(messages, outcome))
            .whenComplete((nothing, failure) -> batches.release());
  }

  private List<Message> receive() {
    return client
        .receiveMessage(it ->
            it.queueUrl(url)
                .maxNumberOfMessages(Math.min(source.batchSize(), MAX_RECEIVE))
                .waitTimeSeconds(POLL_SECONDS)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All"))
        .messages();
  }

  private void handled(List<Message> messages, Outcome outcome) {
    if (!(outcome instanceof Outcome.Answer answer)) {
      return;
    }
    Set<String> failed = failedItems(answer);
    // An id that is not in the batch, or none, means that the whole batch failed.
    boolean known = messages.stream().map(Message::messageId).toList().containsAll(failed);
    if (known) {
      messages.stream()
          .filter(message -> !failed.contains(message.messageId()))
          .forEach(message ->
              client.deleteMessage(it -> it.queueUrl(url).receiptHandle(message.receiptHandle())));
    }
  }

  private Set<String> failedItems(Outcome.Answer answer) {
    Set<String> failed = new HashSet<>();
    if (source.reportsFailedItems()) {
      Json.parse(answer.json())
          .map(json -> json.path("batchItemFailures"))
          .filter(JsonNode::isArray)
          .ifPresent(
              items -> items.forEach(item -> failed.add(item.path("itemIdentifier").asText(""))));
    }
    return failed;
  }
}
