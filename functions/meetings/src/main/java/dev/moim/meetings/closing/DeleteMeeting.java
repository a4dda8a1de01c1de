package dev.moim.meetings.closing;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Visits;
import dev.moim.shared.kernel.DomainException;

/** Calls a meeting off. */
public final class DeleteMeeting {

  private final OwnMeeting own;
  private final EndMeeting endMeeting;

  public DeleteMeeting(Visits visits, EndMeeting endMeeting) {
    own = new OwnMeeting(visits);
    this.endMeeting = endMeeting;
  }

  /**
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link MeetingError#NOT_AUTHOR}
   */
  public void run(Asked asked) {
    own.change(asked, MeetingError.NOT_AUTHOR, it -> endMeeting.run(it, MeetingState.CANCELED));
  }
}
