package dev.moim.calls.session;

import dev.moim.calls.Notice;
import dev.moim.calls.Notices;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Holders;
import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.room.Leaving;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import java.util.List;
import java.util.Optional;

/** Ends what a connection was: its user leaves every room, its name is free again. */
public final class EndConnection {

  private final Connections connections;
  private final Holders holders;
  private final Mailbox mailbox;
  private final Rooms rooms;
  private final Leaving leaving;
  private final Notices notices;

  public EndConnection(
      Connections connections,
      Holders holders,
      Mailbox mailbox,
      Rooms rooms,
      Leaving leaving,
      Notices notices) {
    this.connections = connections;
    this.holders = holders;
    this.mailbox = mailbox;
    this.rooms = rooms;
    this.leaving = leaving;
    this.notices = notices;
  }

  /**
   * The name is released first: whoever takes over at this moment wins, keeps the seats, and this
   * does nothing more.
   */
  public void end(Connection connection) {
    if (holders.release(connection.owner(), connection.id())) {
      notices.send(leaveAll(connection));
      empty(connection);
    }
    connections.remove(connection.id());
  }

  private List<Notice> leaveAll(Connection connection) {
    SeatHolder holder = new SeatHolder(connection.owner().user(), connection.id());
    return connection.roomKeys().stream()
        .map(rooms::findNow)
        .flatMap(Optional::stream)
        .flatMap(room -> leaving.leave(room, holder).stream())
        .map(left -> Leaving.notice(left, holder.userId()))
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
