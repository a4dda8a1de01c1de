package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import java.util.List;
import java.util.Optional;

/**
 * Proves who sends. A request names its user and room; it is genuine when that user's seat in that
 * room is held by the very connection the request came over.
 */
public final class Membership {

  private final Rooms rooms;
  private final Connections connections;

  public Membership(Rooms rooms, Connections connections) {
    this.rooms = rooms;
    this.connections = connections;
  }

  /**
   * One eventually consistent read, repeated consistently when it misses: a seat taken a moment ago
   * may not be visible yet.
   */
  public Room require(Sender sender, String userId, String roomId) {
    SeatHolder holder = new SeatHolder(userId, sender.connectionId());
    return rooms
        .seated(roomId, holder)
        .or(() -> rooms.seatedNow(roomId, holder))
        .orElseThrow(() -> whyNot(sender, userId, roomId));
  }

  /** A room of which both are members, when the request does not say which. */
  public Room requireCommon(Sender sender, String userId, String targetId) {
    Connection caller = registered(sender, userId);
    return common(rooms.findAll(caller.roomKeys()), caller, targetId)
        .or(() -> common(roomsNow(caller), caller, targetId))
        .orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
  }

  private List<Room> roomsNow(Connection caller) {
    return connections.findNow(caller.id()).stream()
        .flatMap(now -> now.rooms().stream())
        .flatMap(roomId -> rooms.findNow(caller.owner().room(roomId)).stream())
        .toList();
  }

  private static Optional<Room> common(List<Room> rooms, Connection caller, String targetId) {
    return rooms.stream()
        .filter(room -> room.seat(targetId).isPresent())
        .filter(room ->
            room.seat(caller.owner().user()).filter(seat -> seat.heldBy(caller.id())).isPresent())
        .findFirst();
  }

  /** The connection, if it has registered as this user. */
  public Connection registered(Sender sender, String userId) {
    Connection connection =
        connections
            .find(sender.connectionId())
            .filter(Connection::registered)
            .or(() -> connections.findNow(sender.connectionId()))
            .filter(Connection::registered)
            .orElseThrow(() -> new DomainException(CallError.NOT_REGISTERED));
    if (!connection.owner().user().equals(userId)) {
      throw new DomainException(CallError.NO_PERMISSION, "userId is not this connection's user");
    }
    return connection;
  }

  /** The seat of another member; "not found" is all a stranger's id gets. */
  public static Seat target(Room room, String targetId) {
    return room.seat(targetId).orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
  }

  public static void requireHost(Room room, String userId) {
    if (!room.isHost(userId)) {
      throw new DomainException(CallError.NO_PERMISSION, "only the host may do this");
    }
  }

  public static void requireTrait(Room room, String userId, Seat.Trait permit) {
    if (!target(room, userId).has(permit)) {
      throw new DomainException(CallError.NO_PERMISSION, "the host does not permit this");
    }
  }

  /** Only now is it worth reading more: the answer says what the sender may know, and no more. */
  private DomainException whyNot(Sender sender, String userId, String roomId) {
    Connection caller = registered(sender, userId);
    return rooms
        .find(caller.owner().room(roomId))
        .map(room -> new DomainException(CallError.NOT_A_MEMBER))
        .orElseGet(() -> new DomainException(CallError.NO_SUCH_ROOM));
  }
}
