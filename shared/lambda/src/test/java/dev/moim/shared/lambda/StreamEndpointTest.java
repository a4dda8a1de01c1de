package dev.moim.shared.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.testkit.TestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamEndpointTest {

  private final List<DomainEvent> handled = new ArrayList<>();
  private final Set<String> failing = new HashSet<>();
  private final StreamEndpoint endpoint =
      new StreamEndpoint() {
        @Override
        protected void prime() {}

        @Override
        protected void handle(DomainEvent event) {
          if (failing.contains(event.id())) {
            throw new IllegalStateException("cannot handle " + event.id());
          }
          handled.add(event);
        }
      };

  @Test
  void eventsAreHandedOverInTheirOrder() {
    assertThat(failures(event("1", "a"), event("2", "b"))).isEmpty();
    assertThat(handled)
        .containsExactly(
            new DomainEvent("a", Instant.EPOCH.plusMillis(5), "cake.baked", Map.of("by", "minji")),
            new DomainEvent("b", Instant.EPOCH.plusMillis(5), "cake.baked", Map.of("by", "minji")));
  }

  /** Lambda begins again at the record that is reported, so what follows it would come twice. */
  @Test
  void nothingIsHandledBehindARecordThatFails() {
    failing.add("b");
    assertThat(failures(event("1", "a"), event("2", "b"), event("3", "c"))).containsExactly("2");
    assertThat(handled).extracting(DomainEvent::id).containsExactly("a");
  }

  /** Otherwise its neighbours would be given up together with it. */
  @Test
  void failureOfTheFirstOfSeveralLetsLambdaHalveTheBatch() {
    failing.add("a");
    assertThatThrownBy(() -> failures(event("1", "a"), event("2", "b")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(handled).isEmpty();
    assertThat(failures(event("1", "a"))).containsExactly("1");
  }

  @Test
  void whatIsNoNewEventIsPassedOver() {
    DynamodbStreamRecord other = event("1", "a");
    other.getDynamodb().setNewImage(Map.of("meetingId", new AttributeValue("7")));
    DynamodbStreamRecord changed = event("2", "b");
    changed.setEventName("MODIFY");
    DynamodbStreamRecord expired = event("3", "c");
    expired.setEventName("REMOVE");
    expired.getDynamodb().setNewImage(null);
    assertThat(failures(other, changed, expired)).isEmpty();
    assertThat(handled).isEmpty();
  }

  @Test
  void halfAnEventIsAFailure() {
    DynamodbStreamRecord half = event("1", "a");
    half.getDynamodb().getNewImage().remove("kind");
    assertThat(failures(half)).containsExactly("1");
  }

  @Test
  void warmingEventHasNoRecords() {
    StreamsEventResponse response =
        endpoint.handleRequest(new DynamodbEvent(), TestContext.INSTANCE);
    assertThat(response.getBatchItemFailures()).isEmpty();
  }

  private List<String> failures(DynamodbStreamRecord... records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(records));
    return endpoint.handleRequest(event, TestContext.INSTANCE).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static DynamodbStreamRecord event(String sequenceNumber, String id) {
    Map<String, AttributeValue> image = new HashMap<>();
    image.put("meetingId", new AttributeValue("7"));
    image.put("eventId", new AttributeValue(id));
    image.put("occurredAt", new AttributeValue().withN("5"));
    image.put("kind", new AttributeValue("cake.baked"));
    image.put("fields", new AttributeValue().withM(Map.of("by", new AttributeValue("minji"))));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(new StreamRecord().withSequenceNumber(sequenceNumber).withNewImage(image));
    return record;
  }
}
