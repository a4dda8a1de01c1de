package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.aws.dynamodb.Cancellation;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.RoomUsage.UsedRoom;
import dev.moim.shared.rooms.SeatHolder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Takes a room away and writes down how long it was open, both or neither. */
final class RoomEndings {

  /** The outcome of ending a room. */
  sealed interface Ending {
    record Ended() implements Ending {}

    /** The room had ended before; one of its id made since is none of our business. */
    record Gone() implements Ending {}

    /** The condition did not hold for the room as it is now. */
    record Refused(Room now) implements Ending {}
  }

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;

  RoomEndings(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  /** Ends the room if this connection holds its only seat. */
  Ending endWithLast(Room room, SeatHolder last) {
    return end(
        room,
        "size(seats) = :one AND seats.#last[" + SeatItem.CONNECTION + "] = :connection",
        Map.of(":one", number(1), ":connection", text(last.connectionId())),
        Map.of("#last", last.userId()));
  }

  Ending end(Room room, String condition, Map<String, AttributeValue> values) {
    return end(room, condition, values, Map.of());
  }

  private Ending end(
      Room room, String condition, Map<String, AttributeValue> values, Map<String, String> names) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":createdAt", number(room.createdAt()));
    Delete.Builder delete =
        Delete.builder()
            .tableName(table)
            .key(RoomItem.key(room.key()))
            .conditionExpression("createdAt = :createdAt AND " + condition)
            .expressionAttributeValues(all)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!names.isEmpty()) {
      delete.expressionAttributeNames(names);
    }
    try {
      dynamo.transactWriteItems(r ->
          r.transactItems(
              TransactWriteItem.builder().delete(delete.build()).build(),
              TransactWriteItem.builder().put(usage(room)).build()));
      return new Ending.Ended();
    } catch (TransactionCanceledException cancelled) {
      return why(room, cancelled);
    }
  }

  private Put usage(Room room) {
    var used = new UsedRoom(room.createdAt(), room.roomId(), clock.millis());
    return Put.builder().tableName(table).item(UsageItem.write(room.licenseId(), used)).build();
  }

  private static Ending why(Room room, TransactionCanceledException cancelled) {
    if (!Cancellation.of(cancelled).refusedByFirst()) {
      throw cancelled;
    }
    CancellationReason reason = cancelled.cancellationReasons().getFirst();
    if (!reason.hasItem()) {
      return new Ending.Gone();
    }
    Room now = RoomItem.read(reason.item());
    return now.createdAt() == room.createdAt() ? new Ending.Refused(now) : new Ending.Gone();
  }
}
