package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.participation.Participations.Change;
import dev.moim.shared.kernel.DomainException;

/** Takes an application back, or off one's list. */
public final class Withdraw {

  private final Participations participations;
  private final Meetings meetings;

  public Withdraw(Participations participations, Meetings meetings) {
    this.participations = participations;
    this.meetings = meetings;
  }

  /**
   * @throws DomainException {@link MeetingError#PARTICIPATION_NOT_FOUND}, {@link
   *     MeetingError#NOT_APPLICANT}, {@link MeetingError#WRONG_STATUS} for somebody who takes part
   */
  public void run(AskedAbout asked) {
    Application application = participations.visit(asked).admitted();
    if (application.userId() != asked.callerId()) {
      throw new DomainException(MeetingError.NOT_APPLICANT);
    }
    if (participations.delete(application, false) != Change.DONE && !deletedAnyway(application)) {
      throw new DomainException(MeetingError.WRONG_STATUS);
    }
  }

  /** Who took part in a meeting that is gone may forget it. */
  private boolean deletedAnyway(Application application) {
    boolean over = meetings.find(application.meetingId()).filter(Meeting::exists).isEmpty();
    return over && participations.delete(application, true) == Change.DONE;
  }
}
