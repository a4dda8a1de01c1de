package dev.moim.shared.sockets.stomp.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.sockets.stomp.Piece;
import dev.moim.shared.sockets.stomp.Pieces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item for each socket that splits frames, gone with the frame. A set, so that a repeated
 * commit adds a piece once.
 */
public final class DynamoPieces implements Pieces {

  private static final String ID = "id"; // stomp#<connection id>, S
  private static final String KEPT = "pieces"; // "<epoch ms> <id> <text>", SS
  private static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

  /** A frame whose rest never comes. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  /** Beside the connections of that table. */
  public DynamoPieces(DynamoDbClient dynamo, String connections, Clock clock) {
    this.table = connections;
    this.dynamo = dynamo;
    this.clock = clock;
  }

  @Override
  public List<Piece> add(String connectionId, Piece piece) {
    return new Update(table, key(connectionId))
        .addTo(path(KEPT), written(piece))
        .set(path(EXPIRES_AT), expiry())
        .onlyIf(path(KEPT).missing().or(path(KEPT).size().lessThan(number(MOST))))
        .tryWith(dynamo)
        .map(DynamoPieces::read)
        .orElseGet(List::of);
  }

  @Override
  public List<Piece> find(String connectionId) {
    return read(
        dynamo.getItem(r -> r.tableName(table).key(key(connectionId)).consistentRead(true)).item());
  }

  @Override
  public boolean take(String connectionId, List<Piece> seen, List<Piece> rest) {
    // Pieces are only added until they are taken: as many, and one of them, are the same ones.
    Update update =
        new Update(table, key(connectionId))
            .onlyIf(path(KEPT).contains(written(seen.getFirst())))
            .onlyIf(path(KEPT).size().equalTo(number(seen.size())));
    if (rest.isEmpty()) {
      update.remove(path(KEPT));
    } else {
      update.set(path(KEPT), texts(rest.stream().map(DynamoPieces::written).toList()));
    }
    return update.tryWith(dynamo).isPresent();
  }

  private AttributeValue expiry() {
    return number(clock.instant().plus(LIFE).getEpochSecond());
  }

  private static Map<String, AttributeValue> key(String connectionId) {
    return Map.of(ID, text("stomp#" + connectionId));
  }

  private static String written(Piece piece) {
    return piece.receivedAt().toEpochMilli() + " " + piece.id() + " " + piece.text();
  }

  private static List<Piece> read(Map<String, AttributeValue> item) {
    return item.containsKey(KEPT)
        ? textsOf(item, KEPT).stream().map(DynamoPieces::read).toList()
        : List.of();
  }

  private static Piece read(String written) {
    String[] parts = written.split(" ", 3);
    return new Piece(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2]);
  }
}
