package dev.moim.calls.room;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Left;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MemberCheck;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Frees a seat that was taken after its connection had ended, or its user had left. */
public final class FreeStray {

  public static final String TIMER = "stray";

  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final Connections connections;
  private final Rooms rooms;
  private final FreeSeat freeSeat;
  private final Outbox outbox;
  private final Timers timers;

  public FreeStray(
      Connections connections, Rooms rooms, FreeSeat freeSeat, Outbox outbox, Timers timers) {
    this.connections = connections;
    this.rooms = rooms;
    this.freeSeat = freeSeat;
    this.outbox = outbox;
    this.timers = timers;
  }

  public static Timer of(RoomKey room, SeatHolder member) {
    return new Timer(
        TIMER,
        Map.of(
            "licenseId", room.licenseId(),
            "roomId", room.roomId(),
            "userId", member.userId(),
            "connectionId", member.connectionId()));
  }

  /** Looks at a seat in a moment, when what is under way on its socket is done. */
  public void lookLater(Room room, Seat seat) {
    timers.set(of(room.key(), seat.holder()), A_MOMENT);
  }

  /** Frees a seat that certainly nobody has. */
  public void free(Room room, Seat seat) {
    freeSeat.leave(room, seat.holder()).ifPresent(left -> outbox.send(FreeSeat.notices(left)));
  }

  /** Looks again: the user may have come back since. */
  public void onTimer(Timer timer) {
    RoomKey key = new RoomKey(timer.get("licenseId"), timer.get("roomId"));
    SeatHolder member = new SeatHolder(timer.get("userId"), timer.get("connectionId"));
    MemberCheck.Found found =
        new MemberCheck.Found(rooms.findNow(key), connections.findNow(member.connectionId()));
    if (found.belongs(key, member)) {
      return;
    }
    Optional<Connection> speaking = found.speaking(key, member);
    Optional<Departure> left = found.room().flatMap(now -> leave(now, member, speaking));
    left.ifPresent(departure -> outbox.send(FreeSeat.notices(departure)));
    if (left.isEmpty() && speaking.isPresent()) {
      found.room().ifPresent(now -> freeSeat.noteAgain(now, member));
    }
  }

  /** A seat that has moved to another socket, or was taken by a later join, stays. */
  private Optional<Departure> leave(Room now, SeatHolder member, Optional<Connection> speaking) {
    return now.seat(member.userId())
        .filter(seat -> seat.holder().equals(member))
        .flatMap(seat ->
            speaking
                .map(known -> freeSeat.leave(now, member, leftAt(known, now, seat)))
                .orElseGet(() -> freeSeat.leave(now, member)));
  }

  private static Instant leftAt(Connection connection, Room room, Seat seat) {
    return connection
        .left()
        .filter(left -> left.roomId().equals(room.roomId()))
        .map(Left::at)
        .orElseGet(() -> Instant.ofEpochMilli(seat.lastAsked()).plusMillis(1));
  }
}
