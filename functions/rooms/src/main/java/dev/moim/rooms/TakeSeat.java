package dev.moim.rooms;

import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.Seats.Joined;
import java.time.Instant;
import java.util.function.Supplier;

/** Takes a seat for somebody who has a token; whoever loses one by it, others hear of. */
public final class TakeSeat {

  private final Seats seats;
  private final TellMembers tell;
  private final Supplier<Instant> lostBefore;

  /**
   * @param lostBefore seats of sockets lost before it may be given away in a full room
   */
  public TakeSeat(Seats seats, TellMembers tell, Supplier<Instant> lostBefore) {
    this.seats = seats;
    this.tell = tell;
    this.lostBefore = lostBefore;
  }

  Joined join(RoomKey room, Seat seat) {
    Joined joined = seats.join(room, seat, lostBefore.get());
    if (joined instanceof Joined.New || joined instanceof Joined.Swapped) {
      Measures.count(Metric.JOINS, 1);
    }
    if (joined instanceof Joined.Swapped(var evicted)) {
      tell.gone(evicted);
    }
    return joined;
  }
}
