package dev.moim.meetings.participation;

import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.participation.Participations.Change;
import java.time.Clock;
import java.util.List;

/**
 * Takes somebody whose account is deleted out of all they have applied for: their seats are free
 * then, and no application of theirs is left.
 */
public final class QuitMeetings {

  private static final int PAGE = 100;

  private final Participations participations;
  private final Clock clock;

  public QuitMeetings(Participations participations, Clock clock) {
    this.participations = participations;
    this.clock = clock;
  }

  /** One request for each 100 applications and one for each of them; three if others decide. */
  public void run(long userId) {
    long after = 0;
    List<Participation> some;
    do {
      some = participations.byUser(userId, after, PAGE);
      some.forEach(this::quit);
      after = some.isEmpty() ? after : some.getLast().id();
    } while (some.size() == PAGE);
  }

  private void quit(Participation seen) {
    Application application = seen.application();
    if (seen.status() != ParticipationStatus.APPROVED
        && participations.delete(application, false) == Change.DONE) {
      return;
    }
    var event = ParticipationEvents.of(MeetingEvents.LEFT, application, clock.instant());
    if (participations.quit(application, event) == Change.WRONG_MEETING) {
      participations.delete(application, true);
    }
  }
}
