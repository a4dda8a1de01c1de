package dev.moim.webhooks.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Cursors;
import dev.moim.shared.kernel.Page;
import dev.moim.webhooks.delivery.DeliveryLog;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.delivery.Result;
import dev.moim.webhooks.endpoint.EndpointKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Messages beside the endpoints of their license, in the order of their ids and so of time. */
public final class DynamoDeliveryLog implements DeliveryLog {

  private static final Pattern MESSAGE_ID = Pattern.compile("msg_[0-9A-Za-z]{1,40}");

  /** Of at most {@link #MAX_PAGE} messages each, and 1 MB. */
  private static final int MOST_QUERIES = 10;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoDeliveryLog(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void begin(Message message, Map<String, Result> results) {
    var item = DeliveryItem.write(message, results, clock.instant());
    try {
      dynamo.putItem(r ->
          r.tableName(table).item(item).conditionExpression("attribute_not_exists(licenseId)"));
    } catch (ConditionalCheckFailedException cameBefore) {
      results.forEach((endpoint, result) -> set(message, endpoint, result));
    }
  }

  @Override
  public void set(Message message, String endpointId, Result result) {
    new Update(table, WebhooksTable.key(message.licenseId(), message.id()))
        .set(path(DeliveryItem.RESULTS, endpointId), DeliveryItem.write(result))
        .onlyIf(path(DeliveryItem.RESULTS).exists())
        .tryWith(dynamo);
  }

  @Override
  public Optional<Delivery> find(String licenseId, MessageId id) {
    if (!MESSAGE_ID.matcher(id.text()).matches()) {
      return Optional.empty();
    }
    var key = WebhooksTable.key(licenseId, id.text());
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return Optional.of(found.item())
        .filter(item -> item.containsKey(DeliveryItem.RESULTS))
        .filter(item -> !DeliveryItem.isExpired(item, clock.instant()))
        .map(DeliveryItem::read);
  }

  /** DynamoDB counts messages to other endpoints too, so one page of its may hold none of these. */
  @Override
  public Page<Delivery> list(EndpointKey endpoint, int limit, Optional<String> cursor) {
    List<Delivery> found = new ArrayList<>();
    Optional<String> last = cursor.map(DynamoDeliveryLog::position);
    int queries = 0;
    do {
      QueryResponse page = query(endpoint, queries == 0 ? limit : MAX_PAGE, last);
      page.items().stream()
          .filter(item -> !DeliveryItem.isExpired(item, clock.instant()))
          .map(DeliveryItem::read)
          .forEach(found::add);
      last =
          page.hasLastEvaluatedKey()
              ? Optional.of(textOf(page.lastEvaluatedKey(), WebhooksTable.ID))
              : Optional.empty();
    } while (found.size() < limit && last.isPresent() && ++queries < MOST_QUERIES);
    if (found.size() > limit) {
      found.subList(limit, found.size()).clear();
      last = Optional.of(found.getLast().message().id());
    }
    return new Page<>(found, last.map(Cursors::of));
  }

  private QueryResponse query(EndpointKey endpoint, int limit, Optional<String> last) {
    String licenseId = endpoint.licenseId();
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("licenseId = :license AND begins_with(id, :messages)")
            .filterExpression("attribute_exists(results.#endpoint)")
            .expressionAttributeNames(Map.of("#endpoint", endpoint.wellFormedId()))
            .expressionAttributeValues(
                Map.of(":license", text(licenseId), ":messages", text("msg_")))
            .scanIndexForward(false)
            .limit(limit);
    last.ifPresent(id -> query.exclusiveStartKey(WebhooksTable.key(licenseId, id)));
    return dynamo.query(query.build());
  }

  private static String position(String cursor) {
    String position = Cursors.position(cursor);
    if (!MESSAGE_ID.matcher(position).matches()) {
      throw Cursors.foreign();
    }
    return position;
  }
}
