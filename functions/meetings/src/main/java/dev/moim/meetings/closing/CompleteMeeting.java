package dev.moim.meetings.closing;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;

/** Ends the recruiting of a meeting: nobody may apply any more, and who waits is told. */
public final class CompleteMeeting {

  private static final int ATTEMPTS = 5;

  private final Visits visits;
  private final Meetings meetings;
  private final Roster roster;
  private final Clock clock;

  public CompleteMeeting(Visits visits, Meetings meetings, Roster roster, Clock clock) {
    this.visits = visits;
    this.meetings = meetings;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * Repeating it changes nothing.
   *
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link
   *     MeetingError#NOT_AUTHOR_TO_COMPLETE}
   */
  public void run(Asked asked) {
    Visit visit = visits.of(asked);
    Gate.admit(visit.caller());
    var found = visit.meeting();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Meeting before =
          UpdateMeeting.own(found, asked.callerId(), MeetingError.NOT_AUTHOR_TO_COMPLETE);
      if (before.state() == MeetingState.CLOSED) {
        return;
      }
      Meeting after = before.as(MeetingState.CLOSED);
      var event = MeetingEvents.of(MeetingEvents.CLOSED, after, roster.of(after), clock.instant());
      if (meetings.change(before, after, event)) {
        return;
      }
      found = visits.of(asked).meeting();
    }
    throw new DomainException(MeetingError.CHANGED_MEANWHILE);
  }
}
