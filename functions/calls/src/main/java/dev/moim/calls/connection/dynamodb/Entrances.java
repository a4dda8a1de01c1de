package dev.moim.calls.connection.dynamodb;

import static dev.moim.calls.connection.dynamodb.DynamoConnections.millis;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.calls.Claim;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections.Entering;
import dev.moim.calls.connection.dynamodb.ExactRate.Counting;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Rate;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Notes which rooms a connection is about to enter, and counts how often its client asks to. */
final class Entrances {

  private final DynamoDbClient dynamo;
  private final String table;
  private final ExactRate joins;

  Entrances(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.joins = new ExactRate(dynamo, ConnectionItem.JOINS);
  }

  Entering enter(String id, Claim claim, Instant asked, Rate limit) {
    return switch (joins.count(id, limit, asked, () -> entering(id, claim, asked))) {
      // What it knew before is not needed: who fails later may always take the note back.
      case Counting.Counted(var item) -> new Entering.Entered(ConnectionItem.read(item));
      case Counting.TooSoon(var waiting) -> new Entering.TooSoon(waiting);
      case Counting.Refused(var why) -> whyNot(why, claim);
    };
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
