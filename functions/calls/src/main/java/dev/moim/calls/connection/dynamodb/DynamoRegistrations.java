package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.connection.Owner;
import dev.moim.calls.connection.Registrations;
import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.licenses.HashedSecret;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Registrations in the table of connections, under {@code tenant/user}: no connection id holds a
 * slash.
 */
public final class DynamoRegistrations implements Registrations {

  private static final Duration LIFE = Duration.ofMinutes(125);

  private static final String ID = "id"; // tenant/user, S
  private static final String CONNECTION = "connectionId"; // who speaks for the user, S
  private static final String RESUME_HASH = "resumeHash"; // hex SHA-256 of the resume token, S
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoRegistrations(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Registration> findNow(Owner owner) {
    var item = dynamo.getItem(r -> r.tableName(table).key(key(owner)).consistentRead(true)).item();
    return Optional.of(item).filter(this::isCurrent).map(DynamoRegistrations::registration);
  }

  @Override
  public Optional<Registration> claim(Owner owner, Registration registration) {
    try {
      dynamo.updateItem(
          write(owner, registration)
              .onlyIf(
                  path(ID)
                      .missing()
                      .or(isHeldBy(registration.connectionId()))
                      .or(path(EXPIRES_AT).atMost(number(clock.instant().getEpochSecond()))))
              .request());
      return Optional.empty();
    } catch (ConditionalCheckFailedException held) {
      return Optional.of(registration(held.item()));
    }
  }

  @Override
  public boolean replace(Owner owner, String oldConnectionId, Registration registration) {
    // Our own earlier attempt may have been committed without its answer reaching us.
    return write(owner, registration)
        .onlyIf(isHeldBy(oldConnectionId).or(isHeldBy(registration.connectionId())))
        .tryWith(dynamo)
        .isPresent();
  }

  private static Condition isHeldBy(String connectionId) {
    return path(CONNECTION).equalTo(text(connectionId));
  }

  @Override
  public boolean release(Owner owner, String connectionId) {
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(key(owner))
              .conditionExpression("attribute_not_exists(id) OR connectionId = :mine")
              .expressionAttributeValues(Map.of(":mine", text(connectionId))));
      return true;
    } catch (ConditionalCheckFailedException takenOver) {
      return false;
    }
  }

  private Update write(Owner owner, Registration registration) {
    return new Update(table, key(owner))
        .set(path(CONNECTION), text(registration.connectionId()))
        .set(path(RESUME_HASH), text(registration.resumeToken().hex()))
        .set(path(EXPIRES_AT), number(clock.instant().plus(LIFE).getEpochSecond()));
  }

  private boolean isCurrent(Map<String, AttributeValue> item) {
    return numberOf(item, EXPIRES_AT) > clock.instant().getEpochSecond();
  }

  private static Registration registration(Map<String, AttributeValue> item) {
    return new Registration(textOf(item, CONNECTION), new HashedSecret(textOf(item, RESUME_HASH)));
  }

  private static Map<String, AttributeValue> key(Owner owner) {
    return Map.of(ID, text(owner.key()));
  }
}
