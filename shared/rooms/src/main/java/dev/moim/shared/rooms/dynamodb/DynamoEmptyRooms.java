package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.rooms.EmptyRooms;
import dev.moim.shared.rooms.Room;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The note names the room's revision, which every change of seats makes another: who comes and goes
 * need not know of it.
 */
public final class DynamoEmptyRooms implements EmptyRooms {

  private static final Path REV = path(RoomItem.REV);
  private static final Path NOTED_AT_REV = path(RoomItem.EMPTY_REV);

  private final DynamoDbClient dynamo;
  private final RoomTable table;

  public DynamoEmptyRooms(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = new RoomTable(dynamo, table);
  }

  @Override
  public Optional<Instant> note(Room seen, Instant now) {
    AttributeValue rev = number(seen.rev());
    Update note =
        table
            .update(seen.key())
            .set(NOTED_AT_REV, rev)
            .set(path(RoomItem.EMPTY_SINCE), number(now.toEpochMilli()))
            .onlyIf(REV.equalTo(rev))
            .onlyIf(path(RoomItem.CREATED_AT).equalTo(number(seen.createdAt())))
            .onlyIf(path(RoomItem.SEATS).size().atMost(number(0)))
            .onlyIf(NOTED_AT_REV.missing().or(NOTED_AT_REV.notEqualTo(rev)));
    try {
      return since(dynamo.updateItem(note.request()).attributes(), seen);
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() ? since(refused.item(), seen) : Optional.empty();
    }
  }

  private static Optional<Instant> since(Map<String, AttributeValue> item, Room seen) {
    boolean noted =
        item.containsKey(RoomItem.EMPTY_REV)
            && numberOf(item, RoomItem.EMPTY_REV) == numberOf(item, RoomItem.REV)
            && numberOf(item, RoomItem.CREATED_AT) == seen.createdAt()
            && RoomItem.read(item).seats().isEmpty();
    return noted
        ? Optional.of(Instant.ofEpochMilli(numberOf(item, RoomItem.EMPTY_SINCE)))
        : Optional.empty();
  }
}
