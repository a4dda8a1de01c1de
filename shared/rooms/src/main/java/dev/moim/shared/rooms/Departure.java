package dev.moim.shared.rooms;

/**
 * A member's seat was freed.
 *
 * @param seat as it was
 * @param before the room with it
 * @param now the room without it
 */
public record Departure(Seat seat, Room before, Room now) {

  public String userId() {
    return seat.userId();
  }

  /** Whether what the member shared ended with it. */
  public boolean endsShare() {
    return before.isSharedBy(userId()) && now.share().isEmpty();
  }
}
