package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.participation.Participations.Change;
import dev.moim.meetings.participation.Participations.Place;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;

/** Lets somebody who takes part leave, or the author of the meeting put them out. */
public final class RemoveMember {

  private final Participations participations;
  private final Clock clock;

  public RemoveMember(Participations participations, Clock clock) {
    this.participations = participations;
    this.clock = clock;
  }

  /**
   * Their seat is free then.
   *
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link
   *     MeetingError#NOT_AUTHOR}, {@link MeetingError#PARTICIPATION_NOT_FOUND} for whoever does not
   *     take part, and for the author, who may delete the meeting
   */
  public void run(Removal removal) {
    Place place = participations.place(removal);
    Gate.admit(place.caller());
    Meeting meeting =
        place
            .meeting()
            .filter(Meeting::exists)
            .orElseThrow(() -> new DomainException(MeetingError.MEETING_NOT_FOUND));
    if (!removal.isOwn() && meeting.authorId() != removal.callerId()) {
      throw new DomainException(MeetingError.NOT_AUTHOR);
    }
    Application application =
        place
            .participation()
            .filter(it -> it.status() == ParticipationStatus.APPROVED)
            .map(Participation::application)
            .orElseThrow(RemoveMember::nobody);
    String kind = removal.isOwn() ? MeetingEvents.LEFT : MeetingEvents.KICKED;
    String title = meeting.details().title();
    var event = ParticipationEvents.of(kind, application, title, clock.instant());
    if (participations.leave(application, event) != Change.DONE) {
      throw nobody();
    }
  }

  private static DomainException nobody() {
    return new DomainException(MeetingError.PARTICIPATION_NOT_FOUND);
  }
}
