package dev.moim.shared.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Rate;
import java.time.Instant;

/**
 * A member asks for a change of its room.
 *
 * @param userId of the member
 * @param at when, by the gateway's receive time: what was asked for later stands
 * @param rate how often a member may. It is counted in its seat, by the update that carries the
 *     change out, and so exactly, however many functions serve the member
 */
public record Ask(String userId, Instant at, Rate rate) {

  /**
   * The member's seat with this change counted.
   *
   * @throws DomainException {@link RoomError#TOO_SOON} if it is one too many
   */
  public Seat counted(Seat seat) {
    rate.wait(seat.usedUp(), at)
        .ifPresent(wait -> {
          throw DomainException.retryAfter(RoomError.TOO_SOON, wait);
        });
    return seat.usedUp(rate.take(seat.usedUp(), at));
  }
}
