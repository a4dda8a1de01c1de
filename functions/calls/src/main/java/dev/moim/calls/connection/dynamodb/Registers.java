package dev.moim.calls.connection.dynamodb;

import static dev.moim.calls.connection.dynamodb.DynamoConnections.millis;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.dynamodb.ExactRate.Counting;
import dev.moim.shared.aws.dynamodb.Operand;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.sockets.SocketRate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts how often the client of each connection asks to register. Almost every client does so once
 * and shall not pay for those who do not: the write that registers it counts that one. Until that
 * is seen, each instance lets one pass. So a flood gets through once for each instance that it
 * meets at the same moment, and then as often as the limit says.
 */
final class Registers {

  private static final Rate FIRST = new Rate(1, Duration.ofMinutes(1));

  private final String table;
  private final SocketRate first;
  private final ExactRate exact;

  Registers(DynamoDbClient dynamo, String table, Clock clock) {
    this.table = table;
    this.first = new SocketRate(FIRST, clock);
    this.exact = new ExactRate(dynamo, ConnectionItem.REGISTERS);
  }

  /** How long its client has to wait; empty if it may register now. */
  Optional<Duration> count(Connection known, Rate limit, Instant asked) {
    String id = known.id();
    boolean isFirst = known.socket().registersFull().equals(Instant.EPOCH);
    if (isFirst && first.take(id).isEmpty()) {
      return Optional.empty();
    }
    return switch (exact.count(id, limit, asked, () -> known(id))) {
      case Counting.TooSoon(Duration wait) -> Optional.of(wait);
      case Counting.Counted counted -> Optional.empty();
      // A socket that has ended meanwhile: nobody waits for the answer.
      case Counting.Refused refused -> Optional.empty();
    };
  }

  /** What the write that registers a socket says of it: nothing new but for the first one. */
  static Operand first(Socket socket) {
    return path(ConnectionItem.REGISTERS).orElse(millis(socket.registersFull()));
  }

  private Update known(String id) {
    return new Update(table, ConnectionItem.key(id)).onlyIf(path(ConnectionItem.ID).exists());
  }
}
