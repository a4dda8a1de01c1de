package dev.moim.calls.connection.dynamodb;

import static dev.moim.calls.connection.dynamodb.DynamoConnections.millis;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections.Entering;
import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Notes which rooms a connection is about to enter, and counts how often its client asks to. */
final class Entrances {

  private static final int ATTEMPTS = 20;

  /** Far more than one instance serves. */
  private static final int MAX_HINTS = 10_000;

  private static final Path USED_UP = path(ConnectionItem.USED_UP);

  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * What connections had used up when they were seen last; less than they have by now, if wrong.
   */
  private final Map<String, Instant> hints =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
              return size() > MAX_HINTS;
            }
          });

  Entrances(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * What the connection has used up is not read before, but taken for what this instance saw last,
   * or for nothing: that is true but for those who have joined elsewhere a moment ago, who cost a
   * request more.
   */
  Entering enter(String id, Claim claim, Instant asked, Rate limit) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Instant usedUp = hints.getOrDefault(id, Instant.EPOCH);
      Optional<Duration> wait = limit.wait(usedUp, asked);
      if (wait.isPresent()) {
        return new Entering.TooSoon(wait.get());
      }
      Instant next = limit.take(usedUp, asked);
      Update update =
          entering(id, claim, asked).set(USED_UP, millis(next)).onlyIf(isStill(usedUp, asked));
      try {
        Entering entered = entered(update);
        hints.put(id, next.truncatedTo(ChronoUnit.MILLIS));
        return entered;
      } catch (ConditionalCheckFailedException refused) {
        Instant now = usedUp(refused);
        hints.put(id, now);
        boolean unused = !now.isAfter(asked) && !usedUp.isAfter(asked);
        if (unused || now.equals(usedUp)) {
          return whyNot(refused, claim);
        }
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the connection never stops asking");
  }

  private static Condition isStill(Instant usedUp, Instant asked) {
    return usedUp.isAfter(asked)
        ? USED_UP.equalTo(millis(usedUp))
        : USED_UP.missing().or(USED_UP.atMost(millis(asked)));
  }

  void enterAgain(String id, Claim claim, Instant asked) {
    entering(id, claim, asked).tryWith(dynamo);
  }

  private Update entering(String id, Claim claim, Instant asked) {
    Path rooms = path(ConnectionItem.ROOMS);
    Path room = rooms.entry(claim.roomId());
    Path left = path(ConnectionItem.LEFT, claim.roomId());
    return new Update(table, ConnectionItem.key(id))
        .set(room, millis(asked))
        .onlyIf(path(ConnectionItem.USER).equalTo(text(claim.userId())))
        .onlyIf(path(ConnectionItem.ENDING).missing())
        .onlyIf(left.missing().or(left.atMost(millis(asked))))
        .onlyIf(
            room.missing()
                .and(rooms.size().lessThan(number(Connection.MAX_ROOMS)))
                .or(room.atMost(millis(asked))));
  }

  /** What it knew before is not needed: who fails later may always take the note back. */
  private Entering entered(Update update) {
    return new Entering.Entered(
        ConnectionItem.read(dynamo.updateItem(update.request()).attributes()));
  }

  private static Instant usedUp(ConditionalCheckFailedException refused) {
    return refused.hasItem() && refused.item().containsKey(ConnectionItem.USED_UP)
        ? Instant.ofEpochMilli(numberOf(refused.item(), ConnectionItem.USED_UP))
        : Instant.EPOCH;
  }

  private static Entering whyNot(ConditionalCheckFailedException refused, Claim claim) {
    if (!refused.hasItem()) {
      return new Entering.NotRegistered();
    }
    Connection connection = ConnectionItem.read(refused.item());
    if (!connection.registered()) {
      return new Entering.NotRegistered();
    }
    if (!connection.owner().user().equals(claim.userId())) {
      return new Entering.OtherUser();
    }
    if (connection.rooms().contains(claim.roomId())) {
      // A newer wish to join is noted already.
      return new Entering.Entered(connection);
    }
    return connection.rooms().size() < Connection.MAX_ROOMS
        ? new Entering.LeftSince()
        : new Entering.TooManyRooms();
  }
}
