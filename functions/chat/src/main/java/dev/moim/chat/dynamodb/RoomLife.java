package dev.moim.chat.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.texts;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.chat.dynamodb.Keys.Sitting;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Room;
import dev.moim.shared.aws.dynamodb.NewItem;
import dev.moim.shared.aws.dynamodb.Transaction;
import dev.moim.shared.aws.dynamodb.Update;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How rooms begin and end. One that its host has closed is still an item, without a host: its
 * meeting goes on, and nobody else could say what it is called by now. Its messages end by
 * themselves: to delete thousands would take longer than a request may.
 */
record RoomLife(DynamoDbClient dynamo, String table, Clock clock) {

  boolean create(Room room) {
    TransactWriteItem first = new NewItem(table, Keys.ID, RoomItem.write(room)).inTransaction();
    return new Transaction(List.of(first, seated(new Sitting(room.hostId(), room.id()))))
        .writeAmongMany(dynamo)
        .isEmpty();
  }

  /** Nothing if it is open, or was never there. */
  void reopen(Asked host) {
    TransactWriteItem opened =
        new Update(table, Keys.room(host.roomId()))
            .onlyIf(path(Keys.ID).exists())
            .onlyIf(path(RoomItem.HOST).missing())
            .set(path(RoomItem.SINCE), number(clock.millis()))
            .set(path(RoomItem.HOST), number(host.callerId()))
            .set(path(RoomItem.READERS), texts(List.of(Long.toString(host.callerId()))))
            .inTransaction()
            .item();
    new Transaction(List.of(opened, seated(Visits.sitting(host)))).writeAmongMany(dynamo);
  }

  TransactWriteItem seated(Sitting sitting) {
    return new Update(table, Keys.seat(sitting))
        .set(path(RoomItem.SINCE), path(RoomItem.SINCE).orElse(number(clock.millis())))
        .remove(path(RoomItem.OUT))
        .inTransaction()
        .item();
  }

  void describe(Room described) {
    Update update =
        new Update(table, Keys.room(described.id()))
            .onlyIf(path(Keys.ID).exists())
            .set(path(RoomItem.TITLE), text(described.title()));
    if (described.picture() == null) {
      update.remove(path(RoomItem.PICTURE));
    } else {
      update.set(path(RoomItem.PICTURE), text(described.picture()));
    }
    update.tryWith(dynamo);
  }

  void close(Room room) {
    TransactWriteItem closed =
        new Update(table, Keys.room(room.id()))
            .onlyIf(path(Keys.ID).exists())
            .remove(path(RoomItem.HOST))
            .remove(path(RoomItem.READERS))
            .inTransaction()
            .item();
    emptied(closed, room);
  }

  void delete(Room room) {
    emptied(deleted(Keys.room(room.id())), room);
  }

  private void emptied(TransactWriteItem ended, Room room) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(ended);
    all.add(deleted(Keys.tally(room.id())));
    room.readerIds().forEach(reader -> all.add(deleted(Keys.seat(new Sitting(reader, room.id())))));
    Transaction.of(all).forEach(part -> part.writeAmongMany(dynamo));
  }

  TransactWriteItem deleted(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(it -> it.tableName(table).key(key)).build();
  }
}
