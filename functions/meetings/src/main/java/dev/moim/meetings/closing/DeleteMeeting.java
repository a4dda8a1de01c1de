package dev.moim.meetings.closing;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Calls a meeting off. */
public final class DeleteMeeting {

  private static final int ATTEMPTS = 5;

  private final Visits visits;
  private final EndMeeting endMeeting;

  public DeleteMeeting(Visits visits, EndMeeting endMeeting) {
    this.visits = visits;
    this.endMeeting = endMeeting;
  }

  /**
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link MeetingError#NOT_AUTHOR}
   */
  public void run(Asked asked) {
    Visit visit = visits.of(asked);
    Gate.admit(visit.caller());
    Optional<Meeting> found = visit.meeting();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Meeting meeting = UpdateMeeting.own(found, asked.callerId(), MeetingError.NOT_AUTHOR);
      if (endMeeting.run(meeting, MeetingState.CANCELED)) {
        return;
      }
      found = visits.of(asked).meeting();
    }
    throw new DomainException(MeetingError.CHANGED_MEANWHILE);
  }
}
