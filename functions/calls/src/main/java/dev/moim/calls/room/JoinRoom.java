package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Connections.Entering;
import dev.moim.calls.media.GroupMedia;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.Seats.Joined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code joinRoom}: takes a seat and answers with everyone who is there. */
public final class JoinRoom implements Operation {

  private final Connections connections;
  private final Seats seats;
  private final GroupMedia media;
  private final Clock clock;
  private final Duration grace;

  /**
   * @param grace how long a lost socket keeps its seat; afterwards a full room gives it away
   */
  public JoinRoom(
      Connections connections, Seats seats, GroupMedia media, Clock clock, Duration grace) {
    this.connections = connections;
    this.seats = seats;
    this.media = media;
    this.clock = clock;
    this.grace = grace;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    String roomId = Names.roomId(request);
    Connection caller = enter(sender, userId, roomId);
    Instant now = clock.instant();
    Seat seat =
        new Seat(
            userId,
            SeatConnection.socket(caller.id(), caller.viewer(), caller.dialect()),
            caller.name(),
            now.toEpochMilli(),
            caller.device(),
            Seat.newcomer());
    return switch (seats.join(caller.owner().room(roomId), seat, now.minus(grace))) {
      case Joined.New(Room room) -> joined(room, userId, List.of());
      case Joined.Swapped(Room room, Seat evicted) ->
          joined(room, userId, List.of(Leaving.notice(room, evicted.userId())));
      case Joined.Back(Room room) -> Outcome.reply(reply(room, userId, true));
      case Joined.AlreadyIn(Room _) -> throw new DomainException(CallError.ALREADY_IN_ROOM);
      case Joined.Full() -> throw refuse(caller, roomId, CallError.ROOM_FULL);
      case Joined.NoRoom() -> throw refuse(caller, roomId, CallError.NO_SUCH_ROOM);
      case Joined.Kicked() -> throw refuse(caller, roomId, CallError.NO_PERMISSION);
    };
  }

  private Connection enter(Sender sender, String userId, String roomId) {
    return switch (connections.enter(sender.connectionId(), userId, roomId)) {
      case Entering.Entered(Connection caller) -> caller;
      case Entering.NotRegistered() -> throw new DomainException(CallError.NOT_REGISTERED);
      case Entering.OtherUser() ->
          throw new DomainException(
              CallError.NO_PERMISSION, "userId is not this connection's user");
      case Entering.TooManyRooms() ->
          throw new DomainException(
              CallError.TOO_MUCH, "one connection may be in " + Connection.MAX_ROOMS + " rooms");
    };
  }

  private DomainException refuse(Connection caller, String roomId, CallError why) {
    connections.exit(caller.id(), roomId);
    return new DomainException(why);
  }

  private Outcome joined(Room room, String userId, List<Notice> first) {
    Seat seat = Membership.target(room, userId);
    Map<String, @Nullable Object> presence =
        Notice.presence(
            "join", "roomId", room.roomId(), "user", MemberView.of(room, seat), "rev", room.rev());
    return Outcome.reply(reply(room, userId, false))
        .telling(first)
        .telling(Notice.toOthers(room, userId, presence));
  }

  private Map<String, @Nullable Object> reply(Room room, String userId, boolean recovered) {
    Map<String, @Nullable Object> reply = new LinkedHashMap<>();
    reply.put("roomId", room.roomId());
    reply.put("members", MemberView.all(room));
    reply.put("isRecording", false);
    reply.put("media", room.media());
    reply.put("title", room.title());
    reply.put("capacity", room.capacity());
    reply.put("host", room.hostId().orElse(""));
    reply.put("share", room.share().map(JoinRoom::share).orElse(null));
    reply.put("createdAt", Instant.ofEpochMilli(room.createdAt()).toString());
    reply.put("fileServerUrl", "");
    reply.put("talkingNoty", room.talkingNoty());
    reply.put("rev", room.rev());
    reply.put("recovered", recovered);
    if (room.media()) {
      reply.put("livekit", media.access(room, userId));
    }
    return reply;
  }

  private static Map<String, String> share(Room.Share share) {
    return Map.of("type", share.type(), "user", share.userId(), "img", share.img());
  }
}
