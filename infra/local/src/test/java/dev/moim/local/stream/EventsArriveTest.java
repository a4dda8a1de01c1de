package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.GatewayOptions;
import dev.moim.local.Patience;
import dev.moim.shared.aws.dynamodb.EventItems;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.StreamEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An event from the transaction that causes it to whoever reacts, through the real entry class. */
class EventsArriveTest {

  private static final List<DomainEvent> HEARD = new CopyOnWriteArrayList<>();

  /** Reacts to everything but bad news. */
  public static final class Bell extends StreamEndpoint {
    @Override
    protected void prime() {}

    @Override
    protected void handle(DomainEvent event) {
      if (event.kind().equals("bad.news")) {
        throw new IllegalStateException("broken on purpose");
      }
      HEARD.add(event);
    }
  }

  private static final String PROPERTIES =
      """
      BatchSize: 10, MaximumRetryAttempts: 2, BisectBatchOnFunctionError: true,
      FunctionResponseTypes: [ReportBatchItemFailures],
      DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}},
      FilterCriteria: {Filters: [{Pattern:
      '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"eventId":{"S":[{"exists":true}]}}}}'}]}\
      """
          .replace("\n", " ");

  /** Wherever among others it stands, what cannot be handled is alone in being given up. */
  @Test
  void eventsArriveAndWhatCannotBeHandledIsLostAlone() {
    try (StreamCloud cloud =
        StreamCloud.start(
            GatewayOptions.DEFAULTS,
            StreamCloud.table("Things"),
            StreamCloud.function("Things", Bell.class.getName(), PROPERTIES))) {
      for (int bad = 0; bad < 3; bad++) {
        HEARD.clear();
        int unlucky = bad * 2;
        List<DomainEvent> events =
            IntStream.range(0, 5).mapToObj(n -> event(n == unlucky ? "bad.news" : "news")).toList();
        List<TransactWriteItem> items =
            events.stream().map(event -> EventItems.put("Things", key(event), event)).toList();
        cloud.tables().transactWriteItems(it -> it.transactItems(items));
        JsonNode note = cloud.lost();
        assertThat(note.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
        Patience.until("the others", () -> HEARD.size() == 4);
        assertThat(HEARD)
            .containsExactlyInAnyOrderElementsOf(
                events.stream().filter(event -> event.kind().equals("news")).toList());
        assertThat(cloud.nothingIsLost()).isTrue();
      }
      cloud.put("Things", "no event", "new");
      DomainEvent last = event("news");
      cloud
          .tables()
          .transactWriteItems(it -> it.transactItems(EventItems.put("Things", key(last), last)));
      Patience.until("the last", () -> HEARD.contains(last));
      assertThat(HEARD).hasSize(5);
    }
  }

  private static DomainEvent event(String kind) {
    return DomainEvent.of(kind, Instant.now(), Map.of("about", "모임"));
  }

  private static Map<String, AttributeValue> key(DomainEvent event) {
    return Map.of("id", AttributeValue.fromS("event#" + event.id()));
  }
}
