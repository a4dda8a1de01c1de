package dev.moim.calls.talk;

import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.calls.ToMember;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Presence;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.SentTimes;
import java.util.Map;
import java.util.Optional;

/**
 * {@code chat} says something to the room or to one member; {@code inform} does the same for
 * programs, whose message may be any JSON value.
 */
public final class Talk implements Operation {

  private final String eventOp;
  private final Membership membership;
  private final MessageRate rate;
  private final SentTimes times;

  private Talk(String eventOp, Membership membership, MessageRate rate, SentTimes times) {
    this.eventOp = eventOp;
    this.membership = membership;
    this.rate = rate;
    this.times = times;
  }

  public static Talk chat(Membership membership, MessageRate rate, SentTimes times) {
    return new Talk("chat", membership, rate, times);
  }

  public static Talk inform(Membership membership, MessageRate rate, SentTimes times) {
    return new Talk("inform", membership, rate, times);
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    rate.require(sender.connectionId());
    String userId = CallFields.userId(request);
    Object text = message(request);
    Optional<String> target =
        request.optionalText("target").map(present -> CallFields.target(request));
    Room room = room(sender, userId, target, CallFields.optionalRoomId(request));
    if (isChat()) {
      Membership.requireTrait(room, userId, Trait.MAY_CHAT);
    }
    Message presence =
        Presence.of(eventOp, room)
            .with("user", userId)
            .with("message", text)
            .with("sentAt", Timestamps.iso(times.of(sender)));
    Notice notice =
        target
            .map(member ->
                Tell.member(room, Membership.target(room, member), presence.with("target", member)))
            .orElseGet(() -> Tell.others(room, userId, presence));
    return Outcome.reply(Map.of("roomId", room.roomId())).telling(notice);
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
