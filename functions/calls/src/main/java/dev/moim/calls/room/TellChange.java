package dev.moim.calls.room;

import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.rooms.MemberChange;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import java.util.List;

/** Tells members on sockets of one who comes and goes with nothing but a token. */
public final class TellChange {

  private final Rooms rooms;
  private final Outbox outbox;

  public TellChange(Rooms rooms, Outbox outbox) {
    this.rooms = rooms;
    this.outbox = outbox;
  }

  /** As it is when the timer fires: twice is once too often, and does no harm. */
  public void onTimer(Timer timer) {
    MemberChange change = MemberChange.of(timer);
    rooms
        .findNow(change.room())
        .ifPresent(now -> outbox.send(List.of(notice(now, change.userId()))));
  }

  private static Notice notice(Room now, String userId) {
    return Tell.others(now, userId, CurrentState.present(now, userId));
  }
}
