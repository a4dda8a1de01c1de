package dev.moim.calls.session;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.connection.Registrations;
import dev.moim.calls.room.FreeSeat;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import java.util.List;
import java.util.Optional;

/** Ends what a connection was: its user leaves every room, its name is free again. */
public final class EndConnection {

  private final EndIdle endIdle;
  private final Connections connections;
  private final Registrations registrations;
  private final Mailbox mailbox;
  private final Rooms rooms;
  private final FreeSeat freeSeat;
  private final Outbox outbox;

  public EndConnection(
      EndIdle endIdle,
      Connections connections,
      Registrations registrations,
      Mailbox mailbox,
      Rooms rooms,
      FreeSeat freeSeat,
      Outbox outbox) {
    this.endIdle = endIdle;
    this.connections = connections;
    this.registrations = registrations;
    this.mailbox = mailbox;
    this.rooms = rooms;
    this.freeSeat = freeSeat;
    this.outbox = outbox;
  }

  /**
   * The name is released first: whoever takes over at this moment wins, keeps the seats, and this
   * does nothing more. Then no room can be entered any more, so that those it is known to be in are
   * all; a join that is half done finds out by itself.
   */
  public void end(Connection connection) {
    if (endIdle.end(connection)) {
      empty(connection);
      return;
    }
    boolean ours = registrations.release(connection.owner(), connection.id());
    Optional<Connection> last = connections.beginEnd(connection.id(), connection.owner());
    if (ours) {
      outbox.send(leaveAll(last.orElse(connection)));
      empty(connection);
    }
    connections.remove(connection);
  }

  private List<Notice> leaveAll(Connection connection) {
    SeatHolder holder = new SeatHolder(connection.owner().user(), connection.id());
    return connection.roomKeys().stream()
        .map(rooms::findNow)
        .flatMap(Optional::stream)
        .flatMap(room -> freeSeat.leave(room, holder).stream())
        .flatMap(left -> FreeSeat.notices(left).stream())
        .toList();
  }

  private void empty(Connection connection) {
    var letters = mailbox.oldest(connection.owner());
    while (!letters.isEmpty()) {
      mailbox.remove(connection.owner(), letters);
      letters = mailbox.oldest(connection.owner());
    }
  }
}
