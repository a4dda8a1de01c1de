package dev.moim.calls.connection.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Left;
import dev.moim.calls.connection.Connection.Loss;
import dev.moim.calls.connection.Connection.Registrant;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.aws.dynamodb.Attributes;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.sockets.polling.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A connection as an item. */
final class ConnectionItem {

  static final String ID = "id"; // connection id, S
  static final String ENGINE = "engine"; // Engine.IO version, N, 0 for none
  static final String SESSION = "session"; // for which it was opened, S, absent without polling
  static final String DIALECT = "dialect"; // how to write frames to it, S
  static final String TENANT = "tenant"; // license id, S, from registration on
  static final String USER = "user"; // S, from registration on
  static final String NAME = "name"; // S
  static final String DEVICE = "device"; // S
  static final String ROOMS = "rooms"; // when it asked to enter, epoch ms by room id, M
  static final String LEFT = "left"; // the room it left last, with when it asked to, epoch ms, M
  static final String JOINS = "usedUp"; // until when it has used up some joins, epoch ms, N
  static final String REGISTERS = "registers"; // the same of registers, absent before the first
  static final String LOST_AT = "lostAt"; // epoch milliseconds, N
  static final String LOSS_SEEN = "lossSeen"; // $disconnect came, BOOL
  static final String ENDING = "ending"; // its user is leaving every room, BOOL
  static final String PLATFORM = "platform"; // of the viewer, S, absent if unknown
  static final String LOCATION = "location"; // of the viewer, S, absent if unknown
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  private ConnectionItem() {}

  /**
   * @param expiry when it may be deleted, in epoch seconds
   */
  static Map<String, AttributeValue> opened(Connection connection, AttributeValue expiry) {
    Map<String, AttributeValue> item = new HashMap<>(key(connection.id()));
    item.put(ENGINE, number(connection.socket().engine()));
    item.put(DIALECT, text(connection.dialect()));
    item.putAll(viewer(connection));
    connection.socket().session().ifPresent(it -> item.put(SESSION, text(it.text())));
    item.put(EXPIRES_AT, expiry);
    return item;
  }

  /** As far as it is known. */
  static Map<String, AttributeValue> viewer(Connection connection) {
    Map<String, AttributeValue> item = new HashMap<>();
    putKnown(item, PLATFORM, connection.viewer().platform());
    putKnown(item, LOCATION, connection.viewer().location());
    return item;
  }

  private static void putKnown(Map<String, AttributeValue> item, String name, String value) {
    if (!value.isEmpty()) {
      item.put(name, text(value));
    }
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, text(id));
  }

  static Connection read(Map<String, AttributeValue> item) {
    Optional<Loss> loss =
        item.containsKey(LOST_AT)
            ? Optional.of(new Loss(numberOf(item, LOST_AT), Attributes.flagOf(item, LOSS_SEEN)))
            : Optional.empty();
    Viewer viewer = new Viewer(textOf(item, PLATFORM), textOf(item, LOCATION));
    return new Connection(
        textOf(item, ID),
        new Socket(
            (int) numberOf(item, ENGINE),
            textOf(item, DIALECT),
            viewer,
            registersFull(item),
            optionalText(item, SESSION).map(SessionId::new)),
        registrant(item),
        roomsOf(item),
        left(item),
        loss,
        item.containsKey(ENDING));
  }

  private static Instant registersFull(Map<String, AttributeValue> item) {
    return item.containsKey(REGISTERS)
        ? Instant.ofEpochMilli(numberOf(item, REGISTERS))
        : Instant.EPOCH;
  }

  private static Set<String> roomsOf(Map<String, AttributeValue> item) {
    return item.containsKey(ROOMS) ? Set.copyOf(item.get(ROOMS).m().keySet()) : Set.of();
  }

  private static Optional<Left> left(Map<String, AttributeValue> item) {
    return Attributes.mapOf(item, LEFT).entrySet().stream()
        .map(entry ->
            new Left(entry.getKey(), Instant.ofEpochMilli(Long.parseLong(entry.getValue().n()))))
        .findFirst();
  }

  private static Optional<Registrant> registrant(Map<String, AttributeValue> item) {
    return optionalText(item, USER)
        .map(user ->
            new Registrant(
                new Owner(textOf(item, TENANT), user), textOf(item, NAME), textOf(item, DEVICE)));
  }
}
