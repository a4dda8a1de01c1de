package dev.moim.rooms;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.rooms.Departure;
import dev.moim.shared.rooms.MemberChange;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets members on sockets hear who comes and goes. Their sockets belong to the family of calls, so
 * a timer of it tells them; a room without sockets costs nothing.
 */
public final class TellMembers {

  private final Supplier<Timers> calls;

  /**
   * @param calls the timers of the family of calls
   */
  public TellMembers(Supplier<Timers> calls) {
    this.calls = calls;
  }

  /** Of a member that has come, or has gone. */
  void changed(Room now, String userId) {
    if (now.others(userId).stream().anyMatch(Seat::hasSocket)) {
      calls.get().set(new MemberChange(now.key(), userId).timer(), Duration.ZERO);
    }
  }

  /** Of one that has gone, unless it never came. */
  void gone(Departure departure) {
    if (!departure.seat().isLease()) {
      changed(departure.now(), departure.userId());
    }
  }
}
