package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Update.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.aws.dynamodb.Update.Path;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Seats of tokens, inside the room's item like all seats. */
public final class DynamoLeases implements Leases {

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoLeases(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void renew(Room room, Seat lease) {
    Path seat = seatOf(lease.userId());
    tryApply(
        update(room.key())
            .set(seat.at(SeatItem.LOST_AT), number(lease.lostAt()))
            .set(seat.at(SeatItem.PLATFORM), text(lease.viewer().platform()))
            .set(seat.at(SeatItem.LOCATION), text(lease.viewer().location()))
            .onlyIf("%s = %s", seat.at(SeatItem.DIALECT), text(SeatConnection.TOKEN))
            .onlyIf("%s > %s", seat.at(SeatItem.LOST_AT), number(0))
            .onlyIf("%s <= %s", seat.at(SeatItem.LOST_AT), number(lease.lostAt())));
  }

  @Override
  public Confirmation confirm(RoomKey room, Participant participant) {
    Path seat = seatOf(participant.identity());
    Update confirm =
        update(room)
            .set(seat.at(SeatItem.CONNECTION), text(participant.sid()))
            .set(seat.at(SeatItem.JOINED_AT), number(participant.joinedAt()))
            .set(seat.at(SeatItem.LOST_AT), number(0))
            .increment(RoomItem.REV)
            .onlyIf("%s = %s", seat.at(SeatItem.DIALECT), text(SeatConnection.TOKEN))
            .onlyIf(
                "%s > %s OR %s <= %s",
                seat.at(SeatItem.LOST_AT),
                number(0),
                seat.at(SeatItem.JOINED_AT),
                number(participant.joinedAt()));
    try {
      dynamo.updateItem(confirm.request());
      return Confirmation.SEATED;
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem()
          ? whyNot(RoomItem.read(refused.item()), participant)
          : Confirmation.NO_ROOM;
    }
  }

  private static Confirmation whyNot(Room room, Participant participant) {
    return room.seat(participant.identity())
        .map(seat -> seat.hasSocket() ? Confirmation.SEATED : Confirmation.OUTDATED)
        .orElse(Confirmation.NO_SEAT);
  }

  @Override
  public Optional<Room> free(Room room, Collection<Seat> seats) {
    if (seats.isEmpty()) {
      return Optional.of(room);
    }
    Update free = update(room.key()).increment(RoomItem.REV);
    for (Seat seat : seats) {
      Path theirs = seatOf(seat.userId());
      free.remove(theirs)
          .onlyIf("%s = %s", theirs.at(SeatItem.CONNECTION), text(seat.connectionId()));
      if (seat.isLease()) {
        free.onlyIf("%s = %s", theirs.at(SeatItem.LOST_AT), number(seat.lostAt()));
      }
    }
    return tryApply(free);
  }

  private Optional<Room> tryApply(Update update) {
    try {
      return Optional.of(RoomItem.read(dynamo.updateItem(update.request()).attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return Optional.empty();
    }
  }

  private Update update(RoomKey room) {
    return new Update(table, RoomItem.key(room));
  }

  private static Path seatOf(String userId) {
    return path(RoomItem.SEATS, userId);
  }
}
