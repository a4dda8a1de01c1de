package dev.moim.webhooks.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.delivery.Result;
import dev.moim.webhooks.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message with what became of it, one item: {@code [state, attempts, at, status, note]} each. */
final class DeliveryItem {

  static final String RESULTS = "results"; // endpoint id -> L, M
  private static final String TYPE = "type"; // S
  private static final String BODY = "body"; // S
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  static final Duration KEPT = Duration.ofDays(30);

  private DeliveryItem() {}

  static Map<String, AttributeValue> write(
      Message message, Map<String, Result> results, Instant now) {
    Map<String, AttributeValue> item =
        new HashMap<>(WebhooksTable.key(message.licenseId(), message.id()));
    item.put(TYPE, text(message.type().text()));
    item.put(BODY, text(message.body()));
    Map<String, AttributeValue> all = new HashMap<>();
    results.forEach((endpoint, result) -> all.put(endpoint, write(result)));
    item.put(RESULTS, AttributeValue.fromM(all));
    item.put(EXPIRES_AT, number(now.plus(KEPT).getEpochSecond()));
    return item;
  }

  static AttributeValue write(Result result) {
    return AttributeValue.fromL(
        List.of(
            text(result.state().name()),
            number(result.attempts()),
            number(result.at()),
            number(result.status()),
            text(result.note())));
  }

  static Delivery read(Map<String, AttributeValue> item) {
    Message message =
        new Message(
            textOf(item, WebhooksTable.ID),
            EventType.of(textOf(item, TYPE)).orElseThrow(),
            textOf(item, WebhooksTable.LICENSE_ID),
            textOf(item, BODY));
    Map<String, Result> results = new HashMap<>();
    mapOf(item, RESULTS).forEach((endpoint, result) -> results.put(endpoint, readResult(result)));
    return new Delivery(message, results);
  }

  private static Result readResult(AttributeValue value) {
    List<AttributeValue> list = value.l();
    return new Result(
        Result.State.valueOf(list.get(0).s()),
        Integer.parseInt(list.get(1).n()),
        Long.parseLong(list.get(2).n()),
        Integer.parseInt(list.get(3).n()),
        list.get(4).s());
  }

  /** What TTL has not come to yet. */
  static boolean isExpired(Map<String, AttributeValue> item, Instant now) {
    AttributeValue expires = item.get(EXPIRES_AT);
    return expires != null && Long.parseLong(expires.n()) <= now.getEpochSecond();
  }
}
