package dev.moim.webhooks.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** All endpoints of a license in one item: read together, and never one too many. */
public final class DynamoEndpoints implements Endpoints {

  private static final Path ALL = path("endpoints");
  private static final int ATTEMPTS = 20;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoEndpoints(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Endpoint> of(String licenseId) {
    var key = WebhooksTable.endpoints(licenseId);
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return mapOf(found.item(), WebhooksTable.ENDPOINTS).entrySet().stream()
        .map(entry -> EndpointItem.read(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Endpoint::createdAt).thenComparing(Endpoint::id))
        .toList();
  }

  @Override
  public boolean add(String licenseId, Endpoint endpoint) {
    if (isFirst(licenseId, endpoint)) {
      return true;
    }
    Update add =
        update(licenseId)
            .set(ALL.entry(endpoint.id()), EndpointItem.write(endpoint))
            .onlyIf(
                ALL.size().lessThan(number(Endpoint.MOST)).or(ALL.entry(endpoint.id()).exists()));
    return add.tryWith(dynamo).isPresent();
  }

  /** The item is made with the first of them, and stays. */
  private boolean isFirst(String licenseId, Endpoint endpoint) {
    Map<String, AttributeValue> item = new HashMap<>(WebhooksTable.endpoints(licenseId));
    Map<String, AttributeValue> first = Map.of(endpoint.id(), EndpointItem.write(endpoint));
    item.put(WebhooksTable.ENDPOINTS, AttributeValue.fromM(first));
    try {
      dynamo.putItem(r ->
          r.tableName(table).item(item).conditionExpression("attribute_not_exists(licenseId)"));
      return true;
    } catch (ConditionalCheckFailedException others) {
      return false;
    }
  }

  @Override
  public Optional<Endpoint> change(EndpointKey key, UnaryOperator<Endpoint> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Endpoint> before = find(key);
      Optional<Endpoint> after = before.map(change);
      if (after.equals(before) || replace(key, before.get(), after.get())) {
        return after;
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the endpoint never stops changing");
  }

  private boolean replace(EndpointKey key, Endpoint before, Endpoint after) {
    Path place = ALL.entry(key.wellFormedId());
    return update(key.licenseId())
        .set(place, EndpointItem.write(after))
        .onlyIf(place.equalTo(EndpointItem.write(before)))
        .tryWith(dynamo)
        .isPresent();
  }

  @Override
  public boolean remove(EndpointKey key) {
    Path place = ALL.entry(key.wellFormedId());
    return update(key.licenseId()).remove(place).onlyIf(place.exists()).tryWith(dynamo).isPresent();
  }

  private Update update(String licenseId) {
    return new Update(table, WebhooksTable.endpoints(licenseId));
  }
}
