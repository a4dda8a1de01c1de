package dev.moim.calls.relay;

import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;

/** {@code drawing}: a stroke for everybody else's canvas. It has no answer; many come a second. */
public final class Drawing implements Operation {

  private final Membership membership;

  public Drawing(Membership membership) {
    this.membership = membership;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    request.requiredRaw("xy");
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Membership.requirePermit(room, userId, Permission.DRAW);
    Message stroke =
        Message.of("drawing", request.values()).with("user", userId).with("sender", userId);
    return Outcome.silent().telling(Tell.others(room, userId, stroke));
  }
}
