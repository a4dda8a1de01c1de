package dev.moim.calls.room;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Left;
import dev.moim.calls.connection.MemberCheck;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a join still holds once everybody has heard of it. The member may have left or changed
 * meanwhile, and the others may have heard so first. Or its connection has ended, or speaks for
 * somebody else, since it was noted that it would enter: whoever ended it could not free a seat
 * that was not there yet.
 */
public final class Arrival {

  private final MemberCheck memberCheck;
  private final FreeSeat freeSeat;

  public Arrival(MemberCheck memberCheck, FreeSeat freeSeat) {
    this.memberCheck = memberCheck;
    this.freeSeat = freeSeat;
  }

  Outcome after(Outcome outcome, Room joined, SeatHolder member) {
    MemberNews news = new MemberNews(joined, member.userId());
    return LookUntilTrue.after(
        outcome, () -> look(joined.key(), member).map(news::since).orElse(List.of()));
  }

  /** The room as it is, without the member if it must not be there; empty if the room is gone. */
  private Optional<Room> look(RoomKey key, SeatHolder member) {
    MemberCheck.Found found = memberCheck.findNow(key, member.connectionId());
    Optional<Connection> speaking =
        found
            .connection()
            .filter(known -> known.speaksFor(new Owner(key.licenseId(), member.userId())));
    boolean noted = speaking.filter(known -> known.rooms().contains(key.roomId())).isPresent();
    return noted ? found.room() : found.room().map(now -> without(now, member, speaking));
  }

  /** A seat that has moved to another socket, or was taken by a later join, stays. */
  private Room without(Room now, SeatHolder member, Optional<Connection> speaking) {
    return now.seat(member.userId())
        .filter(seat -> seat.holder().equals(member))
        .flatMap(seat ->
            speaking
                .map(known -> freeSeat.leave(now, member, leftAt(known, now, seat)))
                .orElseGet(() -> freeSeat.leave(now, member)))
        .orElse(now);
  }

  private static Instant leftAt(Connection connection, Room room, Seat seat) {
    return connection
        .left()
        .filter(left -> left.roomId().equals(room.roomId()))
        .map(Left::at)
        .orElseGet(() -> Instant.ofEpochMilli(seat.lastAsked()).plusMillis(1));
  }
}
