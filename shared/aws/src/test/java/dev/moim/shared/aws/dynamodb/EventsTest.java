package dev.moim.shared.aws.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainEvent;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Events as items, and changes that an event makes once. */
class EventsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("MailboxTable");

  /** Far ahead: DynamoDB Local deletes what has expired by the real clock. */
  private static final Instant NOW = Instant.parse("2100-03-01T10:00:00.123Z");

  private static final DomainEvent BAKED =
      new DomainEvent("e1", NOW, "cake.baked", Map.of("by", "minji", "for", "jun"));

  private final HandledEvents handled =
      new HandledEvents(
          DYNAMO.client(),
          table(),
          event -> key("handled", "bell#" + event.id()),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void anEventIsAnItemThatExpires() {
    write(EventItems.put(table(), key("cake", BAKED.id()), BAKED));
    assertThat(item("cake", "e1"))
        .isEqualTo(
            Map.of(
                "owner", text("cake"),
                "seq", text("e1"),
                "eventId", text("e1"),
                "occurredAt", AttributeValue.fromN("4107578400123"),
                "kind", text("cake.baked"),
                "fields", AttributeValue.fromM(Map.of("by", text("minji"), "for", text("jun"))),
                "expiresAt", AttributeValue.fromN("4108788000")));
  }

  @Test
  void anEventChangesThingsOnceHoweverOftenItComes() {
    assertThat(handled.once(BAKED, List.of(count()))).isTrue();
    assertThat(handled.once(BAKED, List.of(count()))).isFalse();
    assertThat(item("counter", "cakes").get("count").n()).isEqualTo("1");
    assertThat(item("handled", "bell#e1").get("expiresAt").n()).isEqualTo("4107751200");
    DomainEvent next = new DomainEvent("e2", NOW, "cake.baked", Map.of());
    assertThat(handled.once(next, List.of(count()))).isTrue();
    assertThat(item("counter", "cakes").get("count").n()).isEqualTo("2");
  }

  /** Handled is only what changed something: after a refusal the event may come again. */
  @Test
  void aRefusedChangeLeavesNoMark() {
    assertThatThrownBy(() -> handled.once(BAKED, List.of(count(), never())))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(item("handled", "bell#e1")).isEmpty();
    assertThat(handled.once(BAKED, List.of(count()))).isTrue();
  }

  @Test
  void handlingOnceIsOneRequest() {
    DYNAMO.counter().reset();
    handled.once(BAKED, List.of(count()));
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }

  private static TransactWriteItem count() {
    return TransactWriteItem.builder()
        .update(it ->
            it.tableName(table())
                .key(key("counter", "cakes"))
                .updateExpression("ADD #count :one")
                .expressionAttributeNames(Map.of("#count", "count"))
                .expressionAttributeValues(Map.of(":one", Attributes.number(1))))
        .build();
  }

  private static TransactWriteItem never() {
    return TransactWriteItem.builder()
        .conditionCheck(it ->
            it.tableName(table())
                .key(key("nobody", "nowhere"))
                .conditionExpression("attribute_exists(seq)"))
        .build();
  }

  private static void write(TransactWriteItem item) {
    DYNAMO.client().transactWriteItems(it -> it.transactItems(item));
  }

  private static Map<String, AttributeValue> item(String owner, String seq) {
    return DYNAMO.client().getItem(it -> it.tableName(table()).key(key(owner, seq))).item();
  }

  private static Map<String, AttributeValue> key(String owner, String seq) {
    return Map.of("owner", text(owner), "seq", text(seq));
  }

  private static String table() {
    return DYNAMO.table("MailboxTable");
  }
}
