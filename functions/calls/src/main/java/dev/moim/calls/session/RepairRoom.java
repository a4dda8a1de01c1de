package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Owner;
import dev.moim.calls.room.FreeSeat;
import dev.moim.calls.room.FreeStray;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a room's seats in line with its sockets: those that closed without a word, graces whose
 * timer never fired, seats whose connection nobody knows any more, and the room itself if nobody
 * ever joined it.
 */
public final class RepairRoom {

  /** Timers are given this much longer before their work is done for them. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Connections connections;
  private final Sockets sockets;
  private final LoseConnection loseConnection;
  private final EndConnection endConnection;
  private final FreeSeat freeSeat;
  private final FreeStray freeStray;
  private final Clock clock;

  public RepairRoom(
      Connections connections,
      Sockets sockets,
      LoseConnection loseConnection,
      EndConnection endConnection,
      FreeSeat freeSeat,
      FreeStray freeStray,
      Clock clock) {
    this.connections = connections;
    this.sockets = sockets;
    this.loseConnection = loseConnection;
    this.endConnection = endConnection;
    this.freeSeat = freeSeat;
    this.freeStray = freeStray;
    this.clock = clock;
  }

  public void repair(Room room) {
    if (olderThan(room.createdAt(), Timers.LONGEST) && freeSeat.removeWhenEmpty(room)) {
      return;
    }
    for (Seat seat : room.seats().values()) {
      if (seat.lost()) {
        endOverdue(room, seat);
      } else if (seat.hasSocket() && !sockets.isOpen(seat.connectionId())) {
        lose(room, seat);
      } else if (seat.hasSocket() && !belongs(room, seat)) {
        freeStray.lookLater(room, seat);
      }
    }
  }

  /**
   * A function may have died between two writes: its socket is somebody else's by now, or its user
   * has left, and the seat was not freed.
   */
  private boolean belongs(Room room, Seat seat) {
    return connections
        .find(seat.connectionId())
        .filter(found -> found.speaksFor(new Owner(room.licenseId(), seat.userId())))
        .filter(found -> found.rooms().contains(room.roomId()))
        .isPresent();
  }

  /** Without its connection, nothing else would ever mark the seat as lost. */
  private void lose(Room room, Seat seat) {
    if (connection(seat).isPresent()) {
      loseConnection.found(seat.connectionId());
    } else {
      freeStray.free(room, seat);
    }
  }

  private void endOverdue(Room room, Seat seat) {
    if (olderThan(seat.lostAt(), loseConnection.grace())) {
      connection(seat).ifPresentOrElse(endConnection::end, () -> freeStray.free(room, seat));
    }
  }

  private Optional<Connection> connection(Seat seat) {
    return connections.findNow(seat.connectionId()).filter(Connection::registered);
  }

  private boolean olderThan(long millis, Duration age) {
    return clock.instant().minus(age).minus(SLACK).toEpochMilli() > millis;
  }
}
