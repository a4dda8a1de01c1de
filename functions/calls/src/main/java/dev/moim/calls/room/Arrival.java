package dev.moim.calls.room;

import dev.moim.calls.connection.MemberCheck;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Whether a join still holds once everybody has heard of it. The member may have left or changed
 * meanwhile, and the others may have heard so first. Or its connection has ended, or speaks for
 * somebody else, since it was noted that it would enter: whoever ended it could not free a seat
 * that was not there yet, so a timer does.
 */
public final class Arrival {

  private final MemberCheck memberCheck;
  private final Timers timers;

  public Arrival(MemberCheck memberCheck, Timers timers) {
    this.memberCheck = memberCheck;
    this.timers = timers;
  }

  Outcome after(Outcome outcome, Room joined, SeatHolder member) {
    MemberNews news = new MemberNews(joined, member.userId());
    return LookUntilTrue.after(outcome, () -> look(joined, member, news));
  }

  private List<Notice> look(Room joined, SeatHolder member, MemberNews news) {
    MemberCheck.Found found = memberCheck.findNow(joined.key(), member.connectionId());
    if (found.room().isEmpty()) {
      return List.of();
    }
    Room now = found.room().get();
    if (Membership.isSeated(now, member) && !found.belongs(joined.key(), member)) {
      timers.set(FreeStray.of(now.key(), member), Duration.ZERO);
    }
    return news.since(now);
  }
}
