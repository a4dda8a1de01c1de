package dev.moim.calls.relay;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Notice;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.room.Membership;
import dev.moim.calls.talk.Flood;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat.Trait;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code drawing}: a stroke for everybody else's canvas. It has no answer; many come a second. Of a
 * client that sends too many the rest are dropped, and it is told so once a second.
 */
public final class Drawing implements Operation {

  private final Membership membership;
  private final Flood strokes;
  private final Flood complaints;

  public Drawing(Membership membership, Flood strokes, Flood complaints) {
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
