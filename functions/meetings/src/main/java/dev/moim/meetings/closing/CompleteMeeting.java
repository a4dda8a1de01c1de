package dev.moim.meetings.closing;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.Visits;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;

/** Ends the recruiting of a meeting: nobody may apply any more, and who waits is told. */
public final class CompleteMeeting {

  private final OwnMeeting own;
  private final Meetings meetings;
  private final Roster roster;
  private final Clock clock;

  public CompleteMeeting(Visits visits, Meetings meetings, Roster roster, Clock clock) {
    own = new OwnMeeting(visits);
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
    own.change(asked, MeetingError.NOT_AUTHOR_TO_COMPLETE, this::close);
  }

  private boolean close(Meeting before) {
    if (before.state() == MeetingState.CLOSED) {
      return true;
    }
    Meeting after = before.as(MeetingState.CLOSED);
    var event = MeetingEvents.of(MeetingEvents.CLOSED, after, roster.of(after), clock.instant());
    return meetings.change(before, after, event);
  }
}
