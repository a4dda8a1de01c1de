package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Batch;
import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Contention;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Changes;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Room.Share;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.dynamodb.RoomEndings.Ending;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Rooms in DynamoDB, one item each. */
public final class DynamoRooms implements Rooms {

  /** A room's item is read with every message; its groups must not make that dear. */
  private static final int MAX_GROUPS = 16;

  private static final int ATTEMPTS = 20;

  private final DynamoDbClient dynamo;
  private final RoomTable table;
  private final RoomEndings endings;
  private final CountedUpdates updates;
  private final RoomEdits edits;

  public DynamoRooms(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = new RoomTable(dynamo, table);
    endings = new RoomEndings(dynamo, table, clock);
    updates = new CountedUpdates(dynamo);
    edits = new RoomEdits(updates, this.table);
  }

  @Override
  public boolean create(Room room) {
    return endings.begin(room);
  }

  @Override
  public Optional<Room> find(RoomKey key) {
    return table.get(key, false);
  }

  @Override
  public Optional<Room> findNow(RoomKey key) {
    return table.get(key, true);
  }

  @Override
  public List<Room> findAll(Collection<RoomKey> keys) {
    Batch batch = Batch.eventual();
    keys.forEach(key -> batch.add(table.name(), RoomItem.key(key)));
    return batch.read(dynamo).of(table.name()).stream()
        .flatMap(item -> RoomItem.find(item).stream())
        .toList();
  }

  /** Reads a room together with items of other tables, for no request more. */
  public Batch addTo(Batch batch, RoomKey key) {
    return batch.add(table.name(), RoomItem.key(key));
  }

  public Optional<Room> find(Batch.Found found, RoomKey key) {
    return found.find(table.name(), RoomItem.key(key)).flatMap(RoomItem::find);
  }

  @Override
  public Optional<Room> edit(Room room, Edit edit, Ask ask) {
    return edits.edit(room, edit, ask);
  }

  @Override
  public Sharing share(Room room, Share share, Ask ask) {
    Path last = sharedAt(share.userId());
    AttributeValue asked = number(ask.at().toEpochMilli());
    Supplier<Update> update =
        () ->
            existing(room)
                .set(path(RoomItem.SHARE), RoomItem.writeShare(share))
                .set(last, asked)
                .increment(RoomItem.REV)
                .onlyIf(last.missing().or(last.atMost(asked)))
                .onlyIf(path(RoomItem.SEATS, share.userId()).exists())
                .onlyIf(path(RoomItem.SHARE).missing().or(isSharedBy(share.userId())));
    return shared(room, ask, update, share.userId());
  }

  @Override
  public Sharing endShare(Room room, Ask ask) {
    String sharer = room.share().map(Share::userId).orElse(ask.userId());
    Path last = sharedAt(sharer);
    AttributeValue asked = number(ask.at().toEpochMilli());
    Condition none = path(RoomItem.SHARE).missing();
    Supplier<Update> update =
        () ->
            existing(room)
                .remove(path(RoomItem.SHARE))
                .set(last, asked)
                .increment(RoomItem.REV)
                .onlyIf(last.missing().or(last.lessThan(asked)))
                .onlyIf(path(RoomItem.SEATS, sharer).exists())
                .onlyIf(room.share().isPresent() ? none.or(isSharedBy(sharer)) : none);
    return shared(room, ask, update, sharer);
  }

  private Sharing shared(Room seen, Ask ask, Supplier<Update> update, String sharer) {
    try {
      return new Sharing.Done(updates.apply(seen, ask, update));
    } catch (ConditionalCheckFailedException refused) {
      Optional<Room> now = RoomItem.find(refused);
      Instant before = ask.at().minusMillis(1);
      boolean outdated =
          now.flatMap(room -> room.seat(sharer))
              .filter(seat -> seat.changes().isNewerThan(before, Changes.SHARE))
              .isPresent();
      boolean elsewhere =
          now.flatMap(Room::share).filter(share -> !share.userId().equals(sharer)).isPresent();
      return outdated && !elsewhere ? new Sharing.Outdated() : new Sharing.Refused();
    }
  }

  private static Path sharedAt(String userId) {
    return path(RoomItem.SEATS, userId).at(SeatItem.CHANGES).entry(Changes.SHARE);
  }

  private static Condition isSharedBy(String userId) {
    return path(RoomItem.SHARE).at(1).equalTo(text(userId));
  }

  @Override
  public boolean addGroup(Room room, String groupId, Group group, Ask ask) {
    Supplier<Update> update =
        () ->
            existing(room)
                .set(path(RoomItem.GROUPS, groupId), RoomItem.writeGroup(group))
                .onlyIf(path(RoomItem.GROUPS).size().lessThan(number(MAX_GROUPS)));
    try {
      updates.apply(room, ask, update);
      return true;
    } catch (ConditionalCheckFailedException tooMany) {
      return false;
    }
  }

  @Override
  public void removeGroup(Room room, String groupId) {
    table.tryApply(existing(room).remove(path(RoomItem.GROUPS, groupId)));
  }

  @Override
  public Optional<Room> delete(Room seen) {
    Room latest = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // At this revision, so that whoever ends the room knows whom to tell.
      switch (endings.end(latest)) {
        case Ending.Ended() -> {
          return Optional.of(latest);
        }
        case Ending.Gone() -> {
          return Optional.empty();
        }
        case Ending.Refused(Room now) -> latest = now;
      }
      Contention.pause(attempt);
    }
    throw new IllegalStateException("the room never stops changing");
  }

  @Override
  public boolean deleteIfEmpty(Room seen) {
    return endings.endIfEmpty(seen) instanceof Ending.Ended;
  }

  @Override
  public boolean deleteWithLast(Room seen, SeatHolder last) {
    return endings.endWithLast(seen, last) instanceof Ending.Ended;
  }

  @Override
  public void tell(RoomKey key) {
    Path told = path(RoomItem.TOLD);
    table.tryApply(
        table.update(key).set(told, flag(true)).onlyIf(RoomTable.isOpen()).onlyIf(told.missing()));
  }

  @Override
  public Optional<RoomLife> recover(RoomKey key) {
    return endings.recover(key);
  }

  @Override
  public void settle(RoomLife ended) {
    endings.settle(ended);
  }

  private Update existing(Room room) {
    return table.update(room.key()).onlyIf(RoomTable.isOpen());
  }
}
