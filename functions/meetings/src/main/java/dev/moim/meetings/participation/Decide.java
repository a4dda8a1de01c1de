package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.participation.Participations.Change;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;

/** Lets the author of a meeting say yes or no to an application. */
public final class Decide {

  private final Participations participations;
  private final Clock clock;

  public Decide(Participations participations, Clock clock) {
    this.participations = participations;
    this.clock = clock;
  }

  /**
   * @throws DomainException {@link MeetingError#PARTICIPATION_NOT_FOUND}, {@link
   *     MeetingError#NOT_AUTHOR}, {@link MeetingError#WRONG_STATUS}, {@link MeetingError#FULL}
   */
  public void approve(AskedAbout asked) {
    Application application = ofOwnMeeting(asked);
    require(
        participations.approve(
            application,
            ParticipationEvents.of(MeetingEvents.APPROVED, application, clock.instant())));
  }

  /**
   * @throws DomainException as {@link #approve}, but for {@link MeetingError#FULL}
   */
  public void reject(AskedAbout asked) {
    Application application = ofOwnMeeting(asked);
    require(
        participations.reject(
            application,
            ParticipationEvents.of(MeetingEvents.REJECTED, application, clock.instant())));
  }

  private Application ofOwnMeeting(AskedAbout asked) {
    Application application = participations.visit(asked).admitted();
    if (application.parties().authorId() != asked.callerId()) {
      throw new DomainException(MeetingError.NOT_AUTHOR);
    }
    return application;
  }

  private static void require(Change change) {
    switch (change) {
      case DONE -> {}
      case FULL -> throw new DomainException(MeetingError.FULL);
      default -> throw new DomainException(MeetingError.WRONG_STATUS);
    }
  }
}
