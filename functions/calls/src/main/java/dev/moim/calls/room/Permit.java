package dev.moim.calls.room;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.Claim;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * {@code permit}: the host says what a member may do. The document has no presence for it; the
 * member alone is told, since nobody else's screen changes.
 */
public final class Permit implements Operation {

  /** The wire's names of the permissions. */
  static final SequencedMap<String, Trait> BY_FIELD = new LinkedHashMap<>();

  static {
    BY_FIELD.put("screen", Trait.MAY_SHARE_SCREEN);
    BY_FIELD.put("chat", Trait.MAY_CHAT);
    BY_FIELD.put("whiteboard", Trait.MAY_USE_WHITEBOARD);
    BY_FIELD.put("draw", Trait.MAY_DRAW);
    BY_FIELD.put("document", Trait.MAY_SHARE_DOCUMENT);
  }

  private final Membership membership;
  private final Seats seats;

  public Permit(Membership membership, Seats seats) {
    this.membership = membership;
    this.seats = seats;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    Claim claim = Claim.read(request);
    String targetId = CallFields.target(request);
    Room room = membership.require(sender, claim);
    Membership.requireHost(room, claim.userId());
    Map<Trait, Boolean> wanted = wanted(request);
    Membership.target(room, targetId);
    Room now =
        seats
            .change(room, targetId, seat -> permitted(seat, wanted, sender.receivedAt()))
            .orElseThrow(() -> new DomainException(CallError.NO_SUCH_TARGET));
    Seat changed = Membership.target(now, targetId);
    return Outcome.reply(Map.of("roomId", now.roomId(), "rev", now.rev()))
        .telling(Tell.member(now, changed, presence(now, changed)));
  }

  private static Message presence(Room now, Seat seat) {
    return Presence.of("permit", now)
        .with("user", seat.userId())
        .with("permit", MemberView.permit(seat))
        .with("rev", now.rev());
  }

  private static Map<Trait, Boolean> wanted(Fields request) {
    Map<Trait, Boolean> wanted = new EnumMap<>(Trait.class);
    BY_FIELD.forEach(
        (field, trait) -> request.optionalFlag(field).ifPresent(may -> wanted.put(trait, may)));
    if (wanted.isEmpty()) {
      throw FieldException.missing("one of " + String.join(", ", BY_FIELD.keySet()));
    }
    return wanted;
  }

  private static Seat permitted(Seat seat, Map<Trait, Boolean> wanted, Instant asked) {
    Seat changed = seat;
    for (var permission : wanted.entrySet()) {
      changed = changed.with(permission.getKey(), permission.getValue(), asked);
    }
    return changed;
  }
}
