package dev.moim.calls.room;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Notice;
import java.util.List;
import java.util.Optional;

/**
 * Whether a join still holds once everybody has heard of it. The member may have left meanwhile, and
 * the others may have heard so first. Or its connection has ended, or speaks for somebody else,
 * since it was noted that it would enter: whoever ended it could not free a seat that was not there
 * yet.
 */
public final class Arrival {

  private final Connections connections;
  private final Rooms rooms;
  private final FreeSeat freeSeat;

  public Arrival(Connections connections, Rooms rooms, FreeSeat freeSeat) {
    this.connections = connections;
    this.rooms = rooms;
    this.freeSeat = freeSeat;
  }

  /**
   * One read: whoever leaves has its room taken off its connection before anybody is told. More
   * only if it does not hold.
   *
   * @return what the others are to be told then
   */
  List<Notice> check(Room joined, SeatHolder member) {
    Owner owner = new Owner(joined.licenseId(), member.userId());
    Optional<Connection> speaking =
        connections.findNow(member.connectionId()).filter(known -> known.speaksFor(owner));
    if (speaking.filter(known -> known.rooms().contains(joined.roomId())).isPresent()) {
      return List.of();
    }
    return rooms
        .findNow(joined.key())
        .flatMap(now -> without(now, member, speaking.isPresent()))
        .map(left -> FreeSeat.notice(left, member.userId()))
        .stream()
        .toList();
  }

  /**
   * The room without the member, if it is not there any more or must not be. A seat that has moved
   * to another socket is not freed: it is not this connection's.
   */
  private Optional<Room> without(Room now, SeatHolder member, boolean speaks) {
    if (now.seat(member.userId()).isEmpty()) {
      return Optional.of(now);
    }
    return speaks ? Optional.empty() : freeSeat.leave(now, member);
  }
}
