package dev.moim.meetings.closing;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;
import java.util.function.Predicate;

/** What its author does to a meeting as it is now, even if others change it at the same time. */
final class OwnMeeting {

  private static final int ATTEMPTS = 5;

  private final Visits visits;

  OwnMeeting(Visits visits) {
    this.visits = visits;
  }

  /**
   * @param refusal of whoever is not its author
   * @param change false if the meeting is another one meanwhile, which is tried again
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@code refusal}, {@link
   *     MeetingError#CHANGED_MEANWHILE}
   */
  void change(Asked asked, MeetingError refusal, Predicate<Meeting> change) {
    Visit visit = visits.of(asked);
    Gate.admit(visit.caller());
    Optional<Meeting> found = visit.meeting();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (change.test(UpdateMeeting.own(found, asked.callerId(), refusal))) {
        return;
      }
      found = visits.of(asked).meeting();
    }
    throw new DomainException(MeetingError.CHANGED_MEANWHILE);
  }
}
