package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.meetings.participation.Application.Applicant;
import dev.moim.meetings.participation.Application.Parties;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.Person;
import dev.moim.shared.people.PersonIds;
import java.time.Clock;

/** Asks to take part in a meeting. */
public final class Apply {

  private final Visits visits;
  private final Participations participations;
  private final PersonIds ids;
  private final Clock clock;

  public Apply(Visits visits, Participations participations, Clock clock) {
    this.visits = visits;
    this.participations = participations;
    this.ids = new PersonIds(clock);
    this.clock = clock;
  }

  /**
   * @return the id of the application
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link
   *     MeetingError#OWN_MEETING}, {@link MeetingError#NOT_RECRUITING}, {@link
   *     MeetingError#ALREADY_APPLIED}
   */
  public long run(Asked asked) {
    Visit visit = visits.of(asked);
    Person person = Gate.admit(visit.caller());
    Meeting meeting = appliable(visit, person);
    Applicant applicant = new Applicant(person.id(), person.nickname());
    Parties parties =
        new Parties(meeting.id(), applicant, meeting.authorId(), meeting.details().title());
    Application application = new Application(ids.next(), parties);
    var event = ParticipationEvents.of(MeetingEvents.APPLIED, application, clock.instant());
    switch (participations.apply(application, event)) {
      case DONE -> {}
      case WRONG_STATUS -> throw new DomainException(MeetingError.ALREADY_APPLIED);
      default -> throw new DomainException(MeetingError.NOT_RECRUITING);
    }
    return application.id();
  }

  private Meeting appliable(Visit visit, Person person) {
    Meeting meeting =
        visit
            .meeting()
            .filter(Meeting::exists)
            .orElseThrow(() -> new DomainException(MeetingError.MEETING_NOT_FOUND));
    if (meeting.authorId() == person.id()) {
      throw new DomainException(MeetingError.OWN_MEETING);
    }
    if (!meeting.isOpen(clock.instant())) {
      throw new DomainException(MeetingError.NOT_RECRUITING);
    }
    return meeting;
  }
}
