package dev.moim.shared.rooms.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static java.util.stream.Gatherers.windowFixed;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Seats of tokens, inside the room's item like all seats. */
public final class DynamoLeases implements Leases {

  /** How many seats one update frees: with two conditions each it stays below DynamoDB's limits. */
  private static final int MOST_AT_ONCE = 50;

  private final DynamoDbClient dynamo;
  private final RoomTable table;

  public DynamoLeases(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = new RoomTable(dynamo, table);
  }

  @Override
  public void renew(Room room, Seat lease) {
    Path seat = RoomTable.seat(lease.userId());
    table.tryApply(
        table
            .update(room.key())
            .set(seat.at(SeatItem.LOST_AT), number(lease.lostAt()))
            .set(seat.at(SeatItem.PLATFORM), text(lease.viewer().platform()))
            .set(seat.at(SeatItem.LOCATION), text(lease.viewer().location()))
            .onlyIf(seat.at(SeatItem.DIALECT).equalTo(text(SeatConnection.TOKEN)))
            .onlyIf(seat.at(SeatItem.LOST_AT).greaterThan(number(0)))
            .onlyIf(seat.at(SeatItem.LOST_AT).atMost(number(lease.lostAt()))));
  }

  @Override
  public Confirmed confirm(RoomKey room, Participant participant) {
    Path lostAt = RoomTable.seat(participant.identity()).at(SeatItem.LOST_AT);
    Update coming =
        RoomTable.joining(seating(room, participant)).onlyIf(lostAt.greaterThan(number(0)));
    Confirmed confirmed = confirm(coming, participant);
    return confirmed.what() == Confirmation.OUTDATED ? again(room, participant) : confirmed;
  }

  /** Its member was there already, on this connection or an earlier one: nobody has come. */
  private Confirmed again(RoomKey room, Participant participant) {
    Path seat = RoomTable.seat(participant.identity());
    Update returning =
        seating(room, participant)
            .onlyIf(seat.at(SeatItem.LOST_AT).equalTo(number(0)))
            .onlyIf(seat.at(SeatItem.JOINED_AT).atMost(number(participant.joinedAt())));
    return confirm(returning, participant);
  }

  private Update seating(RoomKey room, Participant participant) {
    Path seat = RoomTable.seat(participant.identity());
    return table
        .update(room)
        .set(seat.at(SeatItem.CONNECTION), text(participant.sid()))
        .set(seat.at(SeatItem.JOINED_AT), number(participant.joinedAt()))
        .set(seat.at(SeatItem.LOST_AT), number(0))
        .increment(RoomItem.REV)
        .onlyIf(seat.at(SeatItem.DIALECT).equalTo(text(SeatConnection.TOKEN)));
  }

  private Confirmed confirm(Update seating, Participant participant) {
    try {
      Room seated = RoomItem.read(dynamo.updateItem(seating.request()).attributes());
      return new Confirmed(Confirmation.SEATED, Optional.of(seated));
    } catch (ConditionalCheckFailedException refused) {
      Optional<Room> now = RoomItem.find(refused);
      return new Confirmed(
          now.map(there -> whyNot(there, participant)).orElse(Confirmation.NO_ROOM), now);
    }
  }

  private static Confirmation whyNot(Room room, Participant participant) {
    return room.seat(participant.identity())
        .map(seat -> seat.hasSocket() ? Confirmation.SEATED : Confirmation.OUTDATED)
        .orElse(Confirmation.NO_SEAT);
  }

  @Override
  public Optional<Room> free(Room room, Collection<Seat> seats) {
    Optional<Room> left = Optional.of(room);
    for (List<Seat> part : seats.stream().gather(windowFixed(MOST_AT_ONCE)).toList()) {
      left = left.flatMap(latest -> table.tryApply(freeing(latest, part)));
    }
    return left;
  }

  private Update freeing(Room room, List<Seat> seats) {
    Update free = table.update(room.key()).increment(RoomItem.REV);
    for (Seat seat : seats) {
      Path theirs = RoomTable.seat(seat.userId());
      free.remove(theirs).onlyIf(theirs.at(SeatItem.CONNECTION).equalTo(text(seat.connectionId())));
      if (seat.isLease()) {
        free.onlyIf(theirs.at(SeatItem.LOST_AT).equalTo(number(seat.lostAt())));
      }
    }
    return seats.stream().allMatch(Seat::isLease) ? free : Peak.beforeLeaving(room, free);
  }
}
