package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.dynamodb.EndedItem.End;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Begins and ends rooms. What ends one is a single write, which leaves in the room's place that it
 * has ended, when, and by whom; its use is written down after it. A function that dies in between
 * leaves enough for anybody to do so.
 */
final class RoomEndings {

  /** The outcome of ending a room. */
  sealed interface Ending {
    record Ended() implements Ending {}

    /** The room had ended before; one of its id made since is none of our business. */
    record Gone() implements Ending {}

    /** The condition did not hold for the room as it is now. */
    record Refused(Room now) implements Ending {}
  }

  /** By then the schedule has found whatever was left undone. */
  private static final Duration SURELY_DONE = Duration.ofHours(1);

  private static final int MARK = 12;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  RoomEndings(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  /**
   * @return false if there is one, or one that has ended is still listed
   */
  boolean begin(Room room) {
    var put =
        put(RoomItem.writeNew(room))
            .conditionExpression("attribute_not_exists(createdAt)")
            .returnValues(ReturnValue.ALL_OLD);
    try {
      Map<String, AttributeValue> before = dynamo.putItem(put.build()).attributes();
      EndedItem.read(before).filter(this::isRecent).ifPresent(end -> writeUse(room.key(), end));
      return true;
    } catch (ConditionalCheckFailedException exists) {
      return false;
    }
  }

  private boolean isRecent(End end) {
    return end.endedAt() > clock.instant().minus(SURELY_DONE).toEpochMilli();
  }

  /** Ends the room if this connection holds its only seat. */
  Ending endWithLast(Room room, SeatHolder last) {
    return end(room, hasSeats(1).and(RoomTable.isHeldBy(last)), UnaryOperator.identity());
  }

  Ending endIfEmpty(Room room) {
    return end(room, hasSeats(0), UnaryOperator.identity());
  }

  /** Ends the room, whoever is in it, if it has not changed since it was read. */
  Ending end(Room room) {
    Condition unchanged = path(RoomItem.REV).equalTo(number(room.rev()));
    return end(room, unchanged, update -> Peak.written(room, update));
  }

  private static Condition hasSeats(int number) {
    return path(RoomItem.SEATS).size().equalTo(number(number));
  }

  private Ending end(Room room, Condition condition, UnaryOperator<Update> more) {
    String mark = Ids.base36(MARK);
    Update ending =
        EndedItem.end(new Update(table, RoomItem.key(room.key())), room, clock.instant(), mark)
            .onlyIf(path(RoomItem.CREATED_AT).equalTo(number(room.createdAt())))
            .onlyIf(RoomTable.isOpen())
            .onlyIf(condition);
    Map<String, AttributeValue> item;
    try {
      item = dynamo.updateItem(more.apply(ending).request()).attributes();
    } catch (ConditionalCheckFailedException refused) {
      // The SDK repeats a request whose answer got lost: then it was we who ended it.
      item = refused.item();
      if (EndedItem.read(item).filter(end -> end.mark().equals(mark)).isEmpty()) {
        return RoomItem.find(refused)
            .filter(now -> now.createdAt() == room.createdAt())
            .<Ending>map(Ending.Refused::new)
            .orElseGet(Ending.Gone::new);
      }
    }
    writeUse(room.key(), EndedItem.read(item).orElseThrow());
    return new Ending.Ended();
  }

  private PutItemRequest.Builder put(Map<String, AttributeValue> item) {
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  /** Repeating it changes nothing. */
  private void writeUse(RoomKey room, End end) {
    var item = UsageItem.write(room.licenseId(), end.use(room.roomId()));
    dynamo.putItem(r -> r.tableName(table).item(item));
  }

  Optional<RoomLife> recover(RoomKey room) {
    var key = RoomItem.key(room);
    var item = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item();
    Optional<End> end = EndedItem.read(item);
    end.filter(found -> found.endedAt() > 0).ifPresent(found -> writeUse(room, found));
    return end.filter(found -> EndedItem.isListed(item))
        .map(found -> new RoomLife(room, found.createdAt()));
  }

  void settle(RoomLife room) {
    var put =
        put(EndedItem.settled(room, clock.instant()))
            .conditionExpression("ended[0] = :createdAt")
            .expressionAttributeValues(Map.of(":createdAt", number(room.createdAt())));
    try {
      dynamo.putItem(put.build());
    } catch (ConditionalCheckFailedException anotherThere) {
      // It was settled before, and a room made since.
    }
  }
}
