package dev.moim.calls.relay;

import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.kernel.Fields;
import dev.moim.rooms.Room;
import dev.moim.rooms.Seat.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code drawing}: a stroke for everybody else's canvas. It has no answer; many come a second. */
public final class Drawing implements Operation {

  private final Membership membership;

  public Drawing(Membership membership) {
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = Names.userId(request);
    String roomId = Names.roomId(request);
    request.requiredRaw("xy");
    Room room = membership.require(sender, userId, roomId);
    Membership.requireTrait(room, userId, Trait.MAY_DRAW);
    Map<String, @Nullable Object> stroke = new LinkedHashMap<>(request.values());
    stroke.put("user", userId);
    stroke.put("sender", userId);
    return Outcome.silent().telling(Notice.toOthers(room, userId, stroke));
  }
}
