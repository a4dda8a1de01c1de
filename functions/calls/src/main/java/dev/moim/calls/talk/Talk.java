package dev.moim.calls.talk;

import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat.Trait;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat} says something to the room or to one member; {@code inform} does the same for
 * programs, whose message may be any JSON value.
 */
public final class Talk implements Operation {

  private final String eventOp;
  private final Membership membership;
  private final Flood flood;

  private Talk(String eventOp, Membership membership, Flood flood) {
    this.eventOp = eventOp;
    this.membership = membership;
    this.flood = flood;
  }

  public static Talk chat(Membership membership, Flood flood) {
    return new Talk("chat", membership, flood);
  }

  public static Talk inform(Membership membership, Flood flood) {
    return new Talk("inform", membership, flood);
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    flood.require(sender.connectionId());
    String userId = Names.userId(request);
    Object message = message(request);
    Optional<String> target = request.optionalText("target").map(present -> Names.target(request));
    Room room = room(sender, userId, Names.optionalRoomId(request), target);
    if (eventOp.equals("chat")) {
      Membership.requireTrait(room, userId, Trait.MAY_CHAT);
    }
    Map<String, @Nullable Object> presence =
        Notice.presence(eventOp, "roomId", room.roomId(), "user", userId, "message", message);
    target.ifPresent(member -> presence.put("target", member));
    Notice notice =
        target
            .map(member -> Notice.to(room, Membership.target(room, member), presence))
            .orElseGet(() -> Notice.toOthers(room, userId, presence));
    return Outcome.reply(Map.of("roomId", room.roomId())).telling(notice);
  }

  private Object message(Fields request) {
    return eventOp.equals("chat")
        ? request.text("message", Integer.MAX_VALUE)
        : request.requiredRaw("message");
  }

  private Room room(
      Sender sender, String userId, Optional<String> roomId, Optional<String> target) {
    if (roomId.isPresent()) {
      return membership.require(sender, userId, roomId.get());
    }
    String member = target.orElseThrow(() -> FieldException.missing("target or roomId"));
    return membership.requireCommon(sender, userId, member);
  }
}
