package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Loss;
import dev.moim.calls.connection.Connection.Registrant;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.aws.dynamodb.Attributes;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
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

  private static final String ID = "id"; // connection id, S
  private static final String ENGINE = "engine"; // Engine.IO version, N, 0 for none
  private static final String DIALECT = "dialect"; // how to write frames to it, S
  private static final String TENANT = "tenant"; // license id, S, from registration on
  private static final String USER = "user"; // S, from registration on
  private static final String NAME = "name"; // S
  private static final String DEVICE = "device"; // S
  private static final String ROOMS = "rooms"; // ids of rooms entered, SS
  private static final String LOST_AT = "lostAt"; // epoch milliseconds, N
  private static final String LOSS_SEEN = "lossSeen"; // $disconnect came, BOOL
  private static final String PLATFORM = "platform"; // of the viewer, S, absent if unknown
  private static final String LOCATION = "location"; // of the viewer, S, absent if unknown
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  public DynamoConnections(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
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
        dynamo.getItem(r -> r.tableName(table).key(key(id)).consistentRead(consistent)).item();
    return Optional.of(item)
        .filter(found -> numberOf(found, EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(DynamoConnections::connection);
  }

  @Override
  public void put(Connection connection) {
    Map<String, AttributeValue> item = new HashMap<>(key(connection.id()));
    item.put(ENGINE, number(connection.socket().engine()));
    item.put(DIALECT, text(connection.dialect()));
    if (connection.registered()) {
      item.put(TENANT, text(connection.owner().tenant()));
      item.put(USER, text(connection.owner().user()));
    }
    item.put(NAME, text(connection.name()));
    item.put(DEVICE, text(connection.device()));
    if (!connection.rooms().isEmpty()) {
      item.put(ROOMS, texts(connection.rooms()));
    }
    putKnown(item, PLATFORM, connection.viewer().platform());
    putKnown(item, LOCATION, connection.viewer().location());
    item.put(EXPIRES_AT, number(clock.instant().plus(LIFE).getEpochSecond()));
    dynamo.putItem(r -> r.tableName(table).item(item));
  }

  private static void putKnown(Map<String, AttributeValue> item, String name, String value) {
    if (!value.isEmpty()) {
      item.put(name, text(value));
    }
  }

  @Override
  public Entering enter(String id, Claim claim) {
    String user = claim.userId();
    String roomId = claim.roomId();
    Path rooms = path(ROOMS);
    Update update =
        new Update(table, key(id))
            .addTo(rooms, roomId)
            .onlyIf(path(USER).equalTo(text(user)))
            .onlyIf(
                rooms
                    .missing()
                    .or(rooms.size().lessThan(number(Connection.MAX_ROOMS)))
                    .or(rooms.contains(roomId)));
    try {
      // What it knew before is not needed: a caller that fails later may always take the note back.
      return new Entering.Entered(connection(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      if (!refused.hasItem() || !refused.item().containsKey(USER)) {
        return new Entering.NotRegistered();
      }
      return textOf(refused.item(), USER).equals(user)
          ? new Entering.TooManyRooms()
          : new Entering.OtherUser();
    }
  }

  @Override
  public void exit(String id, RoomKey room) {
    tryUpdate(new Update(table, key(id)).takeFrom(path(ROOMS), room.roomId()));
  }

  @Override
  public Optional<Connection> markLost(String id, Loss loss) {
    return tryUpdate(
        new Update(table, key(id))
            .set(path(LOST_AT), number(loss.at()))
            .set(path(LOSS_SEEN), Attributes.flag(loss.seen()))
            .onlyIf(path(USER).exists())
            .onlyIf(path(LOST_AT).missing()));
  }

  @Override
  public void rename(Connection connection, String name) {
    tryUpdate(new Update(table, key(connection.id())).set(path(NAME), text(name)));
  }

  @Override
  public void remove(String id) {
    dynamo.deleteItem(r -> r.tableName(table).key(key(id)));
  }

  /** Changes a connection that exists; one that is gone stays gone. */
  private Optional<Connection> tryUpdate(Update update) {
    return update.onlyIf(path(ID).exists()).tryWith(dynamo).map(DynamoConnections::connection);
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, text(id));
  }

  private static Connection connection(Map<String, AttributeValue> item) {
    Optional<Loss> loss =
        item.containsKey(LOST_AT)
            ? Optional.of(new Loss(numberOf(item, LOST_AT), Attributes.flagOf(item, LOSS_SEEN)))
            : Optional.empty();
    Viewer viewer = new Viewer(textOf(item, PLATFORM), textOf(item, LOCATION));
    return new Connection(
        textOf(item, ID),
        new Socket((int) numberOf(item, ENGINE), textOf(item, DIALECT), viewer),
        registrant(item),
        textsOf(item, ROOMS),
        loss);
  }

  private static Optional<Registrant> registrant(Map<String, AttributeValue> item) {
    return optionalText(item, USER)
        .map(user ->
            new Registrant(
                new Owner(textOf(item, TENANT), user), textOf(item, NAME), textOf(item, DEVICE)));
  }
}
