package dev.moim.calls.relay;

import dev.moim.calls.CallError;
import dev.moim.calls.Claim;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Tell;
import dev.moim.calls.talk.MessageRate;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code drawing}: a stroke for everybody else's canvas. It has no answer; many come a second. Of a
 * client that sends too many the rest are dropped, and it is told so once a second.
 */
public final class Drawing implements Operation {

  private final Membership membership;
  private final MessageRate strokes;
  private final MessageRate complaints;

  public Drawing(Membership membership, MessageRate strokes, MessageRate complaints) {
    this.membership = membership;
    this.strokes = strokes;
    this.complaints = complaints;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Optional<Duration> wait = strokes.take(sender.connectionId());
    return wait.isPresent() ? drop(sender, wait.get()) : draw(sender, request);
  }

  private Outcome drop(Sender sender, Duration wait) {
    if (complaints.take(sender.connectionId()).isEmpty()) {
      throw DomainException.retryAfter(CallError.TOO_SOON, wait);
    }
    return Outcome.silent();
  }

  private Outcome draw(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    request.requiredRaw("xy");
    Room room = membership.require(sender, claim);
    String userId = claim.userId();
    Membership.requireTrait(room, userId, Trait.MAY_DRAW);
    Message stroke =
        Message.of("drawing", request.values()).with("user", userId).with("sender", userId);
    return Outcome.silent().telling(Tell.others(room, userId, stroke));
  }
}
