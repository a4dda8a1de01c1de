package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Loss;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.aws.dynamodb.Attributes;
import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.SeatHolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Connections in DynamoDB: one item each, gone by itself when API Gateway must have closed the
 * socket.
 */
public final class DynamoConnections implements Connections {

  /** API Gateway closes every socket after two hours; the rest covers the reconnect grace. */
  private static final Duration LIFE = Duration.ofMinutes(125);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Entrances entrances;
  private final Registers registers;

  public DynamoConnections(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    entrances = new Entrances(dynamo, table);
    registers = new Registers(dynamo, table, clock);
  }

  @Override
  public Optional<Connection> find(String id) {
    return get(id, false);
  }

  @Override
  public Optional<Connection> findNow(String id) {
    return get(id, true);
  }

  private Optional<Connection> get(String id, boolean consistent) {
    var item =
        dynamo
            .getItem(r -> r.tableName(table).key(ConnectionItem.key(id)).consistentRead(consistent))
            .item();
    return Optional.of(item)
        .filter(
            found -> numberOf(found, ConnectionItem.EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(ConnectionItem::read);
  }

  Batch addTo(Batch batch, String id) {
    return batch.add(table, ConnectionItem.key(id));
  }

  Optional<Connection> find(Batch.Found found, String id) {
    return found.find(table, ConnectionItem.key(id)).map(ConnectionItem::read);
  }

  @Override
  public void open(Connection connection) {
    var item = ConnectionItem.opened(connection, expiry());
    dynamo.putItem(r -> r.tableName(table).item(item));
  }

  @Override
  public Optional<Duration> countRegister(Connection known, Rate limit, Instant asked) {
    return registers.count(known, limit, asked);
  }

  private AttributeValue expiry() {
    return number(clock.instant().plus(LIFE).getEpochSecond());
  }

  @Override
  public void register(Connection connection) {
    Path rooms = path(ConnectionItem.ROOMS);
    if (connection.rooms().isEmpty()) {
      Update same =
          registration(connection)
              .set(rooms, rooms.orElse(AttributeValue.fromM(Map.of())))
              .onlyIf(path(ConnectionItem.USER).missing().or(speaksFor(connection.owner())));
      if (same.tryWith(dynamo).isPresent()) {
        return;
      }
    }
    Map<String, AttributeValue> asked = new HashMap<>();
    connection.rooms().forEach(roomId -> asked.put(roomId, millis(clock.instant())));
    dynamo.updateItem(registration(connection).set(rooms, AttributeValue.fromM(asked)).request());
  }

  private Update registration(Connection connection) {
    Update update =
        new Update(table, ConnectionItem.key(connection.id()))
            .set(path(ConnectionItem.ENGINE), number(connection.socket().engine()))
            .set(path(ConnectionItem.DIALECT), text(connection.dialect()))
            .set(path(ConnectionItem.TENANT), text(connection.owner().tenant()))
            .set(path(ConnectionItem.USER), text(connection.owner().user()))
            .set(path(ConnectionItem.NAME), text(connection.name()))
            .set(path(ConnectionItem.DEVICE), text(connection.device()))
            .set(path(ConnectionItem.REGISTERS), Registers.first(connection.socket()))
            .set(path(ConnectionItem.EXPIRES_AT), expiry())
            .remove(path(ConnectionItem.ENDING))
            .remove(path(ConnectionItem.LOST_AT))
            .remove(path(ConnectionItem.LOSS_SEEN));
    ConnectionItem.viewer(connection).forEach((name, value) -> update.set(path(name), value));
    return update;
  }

  private static Condition speaksFor(Owner owner) {
    return path(ConnectionItem.TENANT)
        .equalTo(text(owner.tenant()))
        .and(path(ConnectionItem.USER).equalTo(text(owner.user())));
  }

  @Override
  public Entering enter(String id, Claim claim, Instant asked, Rate limit) {
    return entrances.enter(id, claim, asked, limit);
  }

  @Override
  public void enterAgain(String id, Claim claim, Instant asked) {
    entrances.enterAgain(id, claim, asked);
  }

  @Override
  public void exit(SeatHolder holder, RoomKey room) {
    tryUpdate(exiting(holder, room));
  }

  private Update exiting(SeatHolder holder, RoomKey room) {
    return new Update(table, ConnectionItem.key(holder.connectionId()))
        .remove(path(ConnectionItem.ROOMS, room.roomId()))
        .onlyIf(speaksFor(new Owner(room.licenseId(), holder.userId())));
  }

  /** A join that was asked for before, but arrives later, finds out from what is kept of it. */
  @Override
  public void exit(SeatHolder holder, RoomKey room, Instant asked) {
    Path noted = path(ConnectionItem.ROOMS, room.roomId());
    Path before = path(ConnectionItem.LEFT, room.roomId());
    var left = AttributeValue.fromM(Map.of(room.roomId(), millis(asked)));
    tryUpdate(
        exiting(holder, room)
            .set(path(ConnectionItem.LEFT), left)
            .onlyIf(noted.missing().or(noted.atMost(millis(asked))))
            .onlyIf(before.missing().or(before.atMost(millis(asked)))));
  }

  static AttributeValue millis(Instant instant) {
    return number(instant.toEpochMilli());
  }

  @Override
  public Optional<Connection> beginEnd(String id, Owner owner) {
    return tryUpdate(
        new Update(table, ConnectionItem.key(id))
            .set(path(ConnectionItem.ENDING), Attributes.flag(true))
            .onlyIf(speaksFor(owner)));
  }

  @Override
  public Optional<Connection> markLost(String id, Loss loss) {
    return tryUpdate(
        new Update(table, ConnectionItem.key(id))
            .set(path(ConnectionItem.LOST_AT), number(loss.at()))
            .set(path(ConnectionItem.LOSS_SEEN), Attributes.flag(loss.seen()))
            .onlyIf(path(ConnectionItem.USER).exists())
            .onlyIf(path(ConnectionItem.LOST_AT).missing()));
  }

  @Override
  public void rename(Connection connection, String name) {
    tryUpdate(
        new Update(table, ConnectionItem.key(connection.id()))
            .set(path(ConnectionItem.NAME), text(name)));
  }

  @Override
  public boolean removeIdle(Connection connection) {
    Owner owner = connection.owner();
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(ConnectionItem.key(connection.id()))
              .conditionExpression(
                  "tenant = :tenant AND #user = :user AND size(rooms) = :none"
                      + " AND attribute_not_exists(ending)")
              .expressionAttributeNames(Map.of("#user", ConnectionItem.USER))
              .expressionAttributeValues(
                  Map.of(
                      ":tenant", text(owner.tenant()),
                      ":user", text(owner.user()),
                      ":none", number(0))));
      return true;
    } catch (ConditionalCheckFailedException busy) {
      return false;
    }
  }

  @Override
  public void remove(Connection connection) {
    String unchanged =
        connection.registrant().isPresent()
            ? "attribute_exists(" + ConnectionItem.ENDING + ")"
            : "attribute_not_exists(tenant)";
    try {
      dynamo.deleteItem(r ->
          r.tableName(table)
              .key(ConnectionItem.key(connection.id()))
              .conditionExpression(unchanged));
    } catch (ConditionalCheckFailedException inUse) {
      // Somebody registered on it meanwhile, or it is gone already.
    }
  }

  /** Changes a connection that exists; one that is gone stays gone. */
  private Optional<Connection> tryUpdate(Update update) {
    return update
        .onlyIf(path(ConnectionItem.ID).exists())
        .tryWith(dynamo)
        .map(ConnectionItem::read);
  }
}
