package dev.moim.calls.talk;

import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.calls.ToMember;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Group;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.SentTimes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code chat} says something to the room or to one member; {@code inform} does the same for
 * programs, whose message may be any JSON value.
 */
public final class Talk implements Operation {

  private static final int ID_LENGTH = 12;

  private final String eventOp;
  private final Membership membership;
  private final SentTimes times;
  private final Optional<Messages> counted;

  private Talk(String eventOp, Membership membership, SentTimes times, Optional<Messages> counted) {
    this.eventOp = eventOp;
    this.membership = membership;
    this.times = times;
    this.counted = counted;
  }

  /**
   * @param messages where they are counted, after those they are for have got them
   */
  public static Talk chat(Membership membership, SentTimes times, Messages messages) {
    return new Talk("chat", membership, times, Optional.of(messages));
  }

  public static Talk inform(Membership membership, SentTimes times) {
    return new Talk("inform", membership, times, Optional.empty());
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = CallFields.userId(request);
    Object text = message(request);
    Optional<String> target =
        request.optionalText("target").map(present -> CallFields.target(request));
    Room room = room(sender, userId, target, CallFields.optionalRoomId(request));
    if (isChat()) {
      Membership.requirePermit(room, userId, Permission.CHAT);
    }
    Message presence =
        Presence.of(eventOp, room)
            .with("user", userId)
            .with("message", text)
            .with("sentAt", Timestamps.iso(times.of(sender)));
    Notice notice =
        target
            .map(named ->
                Tell.members(room, told(room, userId, named), presence.with("target", named)))
            .orElseGet(() -> Tell.others(room, userId, presence));
    Outcome outcome = Outcome.reply(Map.of("roomId", room.roomId())).telling(notice);
    return counted.map(messages -> counting(outcome, messages, room.life())).orElse(outcome);
  }

  /** What fails there fails nobody's chat: it has arrived by then. */
  private static Outcome counting(Outcome outcome, Messages messages, RoomLife room) {
    String id = Ids.base36(ID_LENGTH);
    return outcome.then(() -> {
      messages.count(room, id);
      return List.of();
    });
  }

  /** A member, or the others of a group the sender belongs to. */
  private static List<Seat> told(Room room, String userId, String target) {
    Optional<Group> group = room.group(target).filter(it -> it.concerns(userId));
    if (group.isEmpty() || room.seat(target).isPresent()) {
      return List.of(Membership.reachable(room, target));
    }
    return room.others(userId).stream()
        .filter(seat -> group.get().concerns(seat.userId()))
        .toList();
  }

  private boolean isChat() {
    return eventOp.equals("chat");
  }

  private Object message(Fields request) {
    return isChat() ? request.text("message", Integer.MAX_VALUE) : request.requiredRaw("message");
  }

  private Room room(
      Sender sender, String userId, Optional<String> target, Optional<String> roomId) {
    if (roomId.isPresent()) {
      return membership.require(sender, new Claim(userId, roomId.get()));
    }
    String member = target.orElseThrow(() -> FieldException.missing("target or roomId"));
    return membership.require(sender, new ToMember(userId, Optional.empty(), member));
  }
}
