package dev.moim.calls.session;

import dev.moim.calls.Notices;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.room.Leaving;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Repairs, on a schedule, what a lost event left behind: counts of rooms that do not exist, seats
 * whose socket closed without a word, graces whose timer never fired, rooms nobody ever joined.
 */
public final class Reconcile {

  /** Timers are given this much longer before their work is done for them. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Licenses licenses;
  private final Rooms rooms;
  private final Connections connections;
  private final Sockets sockets;
  private final LoseConnection loseConnection;
  private final EndConnection endConnection;
  private final Leaving leaving;
  private final Notices notices;
  private final Clock clock;
  private final Duration grace;

  public Reconcile(
      Licenses licenses,
      Rooms rooms,
      Connections connections,
      Sockets sockets,
      LoseConnection loseConnection,
      EndConnection endConnection,
      Leaving leaving,
      Notices notices,
      Clock clock,
      Duration grace) {
    this.licenses = licenses;
    this.rooms = rooms;
    this.connections = connections;
    this.sockets = sockets;
    this.loseConnection = loseConnection;
    this.endConnection = endConnection;
    this.leaving = leaving;
    this.notices = notices;
    this.clock = clock;
    this.grace = grace;
  }

  public void run() {
    List<String> page = licenses.idsAfter("");
    while (!page.isEmpty()) {
      page.stream().map(licenses::find).flatMap(Optional::stream).forEach(this::reconcile);
      page = licenses.idsAfter(page.getLast());
    }
  }

  private void reconcile(License license) {
    for (String roomId : license.rooms()) {
      rooms
          .findNow(license.room(roomId))
          .ifPresentOrElse(this::reconcile, () -> forget(license, roomId));
    }
  }

  /**
   * Creation counts a room before making it; only a count that is still alone a moment later is
   * stale.
   */
  private void forget(License license, String roomId) {
    licenses.closeRoom(license.room(roomId));
    if (rooms.findNow(license.room(roomId)).isPresent()) {
      licenses.countRoom(license.room(roomId));
    }
  }

  private void reconcile(Room room) {
    if (olderThan(room.createdAt(), Timers.LONGEST) && leaving.removeWhenEmpty(room)) {
      return;
    }
    for (Seat seat : room.seats().values()) {
      if (seat.lost()) {
        endOverdue(room, seat);
      } else if (seat.hasSocket() && !sockets.isOpen(seat.connectionId())) {
        loseConnection.found(seat.connectionId());
      }
    }
  }

  private void endOverdue(Room room, Seat seat) {
    if (!olderThan(seat.lostAt(), grace)) {
      return;
    }
    Optional<Connection> connection =
        connections.findNow(seat.connectionId()).filter(Connection::registered);
    if (connection.isPresent()) {
      endConnection.end(connection.get());
    } else {
      leaving
          .leave(room, seat.holder())
          .ifPresent(left -> notices.send(List.of(Leaving.notice(left, seat.userId()))));
    }
  }

  private boolean olderThan(long millis, Duration age) {
    return clock.instant().minus(age).minus(SLACK).toEpochMilli() > millis;
  }
}
