package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.ToMember;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.Recent;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Ask;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Proves who sends. A request names its user and room; it is genuine when that user's seat in that
 * room is held by the very connection the request came over.
 */
public final class Membership {

  private final Rooms rooms;
  private final Connections connections;
  private final Rate changes;

  /**
   * Of connections, as far as this function instance has seen. A frame names its room without the
   * license that is half of the room's key; remembering it spares all frames but the first a read
   * of the connection. It proves nothing: the seat in the room does.
   */
  private final Recent<String, String> licenses = new Recent<>(10_000, Duration.ofMinutes(10));

  /**
   * @param changes how often a member may change its room
   */
  public Membership(Rooms rooms, Connections connections, Rate changes) {
    this.rooms = rooms;
    this.connections = connections;
    this.changes = changes;
  }

  /** A change that its sender asks for, once it is proved who that is. */
  public Ask ask(Sender sender, Claim proved) {
    return new Ask(proved.userId(), sender.receivedAt(), changes);
  }

  /**
   * One eventually consistent read, repeated consistently when it misses: a seat taken a moment ago
   * may not be visible yet. The first request of a connection in this instance reads it as well.
   */
  public Room require(Sender sender, Claim claim) {
    SeatHolder holder = holder(sender, claim);
    return rooms
        .find(keyOf(sender, claim))
        .filter(room -> isSeated(room, holder))
        .or(() -> seatedNow(sender, claim))
        .orElseThrow(() -> whyNot(sender, claim));
  }

  /** The room the request names, or one of which both are members. */
  public Room require(Sender sender, ToMember request) {
    return request
        .roomId()
        .map(roomId -> require(sender, new Claim(request.userId(), roomId)))
        .orElseGet(() -> requireCommon(sender, request));
  }

  /** The latest, by what is known of the connection itself: a hint may be out of date. */
  private Optional<Room> seatedNow(Sender sender, Claim claim) {
    Connection caller = registered(sender, claim.userId());
    return rooms
        .findNow(caller.owner().room(claim.roomId()))
        .filter(room -> isSeated(room, holder(sender, claim)));
  }

  private Room requireCommon(Sender sender, ToMember request) {
    Connection caller = registered(sender, request.userId());
    return common(rooms.findAll(caller.roomKeys()), sender, request)
        .or(() -> common(roomsNow(caller), sender, request))
        .orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
  }

  private static Optional<Room> common(List<Room> rooms, Sender sender, ToMember request) {
    SeatHolder holder = new SeatHolder(request.userId(), sender.connectionId());
    return rooms.stream()
        .filter(room ->
            room.seat(request.target()).isPresent()
                || room.group(request.target())
                    .filter(group -> group.concerns(request.userId()))
                    .isPresent())
        .filter(room -> isSeated(room, holder))
        .findFirst();
  }

  private List<Room> roomsNow(Connection caller) {
    return connections.findNow(caller.id()).stream()
        .flatMap(now -> now.roomKeys().stream())
        .flatMap(key -> rooms.findNow(key).stream())
        .toList();
  }

  /** Whether this is the connection that holds the user's seat. */
  public static boolean isSeated(Room room, SeatHolder holder) {
    return room.seat(holder.userId()).filter(seat -> seat.holder().equals(holder)).isPresent();
  }

  private static SeatHolder holder(Sender sender, Claim claim) {
    return new SeatHolder(claim.userId(), sender.connectionId());
  }

  /** The room a request names, under the license its sender has most likely registered with. */
  public RoomKey keyOf(Sender sender, Claim claim) {
    String license =
        licenses
            .find(sender.connectionId())
            .orElseGet(() -> registered(sender, claim.userId()).owner().tenant());
    return new RoomKey(license, claim.roomId());
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
    licenses.put(connection.id(), connection.owner().tenant());
    if (!connection.owner().user().equals(userId)) {
      throw new DomainException(CallError.NO_PERMISSION, "userId is not this connection's user");
    }
    return connection;
  }

  /** The seat of another member; "not found" is all a stranger's id gets. */
  public static Seat target(Room room, String targetId) {
    return room.seat(targetId).orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
  }

  /** The same of one who is there: who has not used a token yet is nobody to the others. */
  public static Seat present(Room room, String targetId) {
    return room.present(targetId).orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
  }

  /** The same of one who can be sent messages: who came by a token only has no socket for them. */
  public static Seat reachable(Room room, String targetId) {
    return Optional.of(target(room, targetId))
        .filter(Seat::hasSocket)
        .orElseThrow(
            () -> new DomainException(CallError.NO_SUCH_TARGET, "the member has no socket"));
  }

  public static void requireHost(Room room, String userId) {
    if (!room.isHost(userId)) {
      throw new DomainException(CallError.NO_PERMISSION, "only the host may do this");
    }
  }

  public static void requirePermit(Room room, String userId, Permission permission) {
    if (!room.permits().allow(userId, permission)) {
      throw new DomainException(CallError.NO_PERMISSION, "the host does not permit this");
    }
  }

  /**
   * Only now is it worth reading more: the answer says what the sender may know, and no more. A
   * connection that has asked to join the room is about to have its seat.
   */
  private DomainException whyNot(Sender sender, Claim claim) {
    Connection caller = registered(sender, claim.userId());
    if (rooms.find(caller.owner().room(claim.roomId())).isEmpty()) {
      return new DomainException(CallError.NO_SUCH_ROOM);
    }
    return caller.rooms().contains(claim.roomId())
        ? DomainException.pending(CallError.NOT_A_MEMBER)
        : new DomainException(CallError.NOT_A_MEMBER);
  }
}
