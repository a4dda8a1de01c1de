package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Loss;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A socket is lost. Its seats are kept for the grace, so that a changed network or a reloaded page
 * is no departure; when it ends without the user's return, the user has left.
 */
public final class LoseConnection implements MailboxDelivery.Losses {

  /** The timer that ends the grace. */
  public static final String GRACE = "grace";

  private final EndIdle endIdle;
  private final Connections connections;
  private final Seats seats;
  private final Sockets sockets;
  private final Timers timers;
  private final Clock clock;
  private final Duration grace;

  public LoseConnection(
      EndIdle endIdle,
      Connections connections,
      Seats seats,
      Sockets sockets,
      Timers timers,
      Clock clock,
      Duration grace) {
    this.endIdle = endIdle;
    this.connections = connections;
    this.seats = seats;
    this.sockets = sockets;
    this.timers = timers;
    this.clock = clock;
    this.grace = grace;
  }

  /** A post was refused, and {@code $disconnect} may never come. */
  @Override
  public boolean found(String connectionId) {
    if (sockets.isOpen(connectionId)) {
      return false;
    }
    lose(connectionId, false);
    return true;
  }

  /** {@code $disconnect} came. A user who is in no room has nothing to come back to. */
  public void disconnected(String connectionId) {
    if (connections.findNow(connectionId).filter(endIdle::end).isEmpty()) {
      lose(connectionId, true);
    }
  }

  Duration grace() {
    return grace;
  }

  /** The timer first: should this function die after it, the timer still ends the connection. */
  private void lose(String connectionId, boolean seen) {
    timers.set(new Timer(GRACE, Map.of("connectionId", connectionId)), grace);
    Instant now = clock.instant();
    connections
        .markLost(connectionId, new Loss(now.toEpochMilli(), seen))
        .ifPresent(connection -> markSeats(connection, now));
  }

  private void markSeats(Connection connection, Instant now) {
    SeatHolder holder = new SeatHolder(connection.owner().user(), connection.id());
    connection.roomKeys().forEach(room -> seats.markLost(room, holder, now));
  }

  /**
   * When the {@link #GRACE} timer fires.
   *
   * @return whether the user did not come back: {@code EndConnection} is due
   */
  public boolean isOver(Connection connection) {
    return connection.loss().isPresent() || !sockets.isOpen(connection.id());
  }
}
