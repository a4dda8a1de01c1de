package dev.moim.meetings.meeting;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Meetings.Creation;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.People;
import dev.moim.shared.people.Person;
import dev.moim.shared.people.PersonIds;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes a meeting. */
public final class CreateMeeting {

  private final Meetings meetings;
  private final People people;
  private final Thumbnails thumbnails;
  private final PersonIds ids;
  private final Clock clock;

  public CreateMeeting(Meetings meetings, People people, Thumbnails thumbnails, Clock clock) {
    this.meetings = meetings;
    this.people = people;
    this.thumbnails = thumbnails;
    this.ids = new PersonIds(clock);
    this.clock = clock;
  }

  /**
   * @param form is read once it is known that the caller may make one
   * @throws DomainException {@link MeetingError#TOO_MANY_POSTS}
   */
  public Meeting run(long callerId, Supplier<NewMeeting> form) {
    Person author = Gate.admit(people.find(callerId));
    NewMeeting wanted = form.get();
    while (true) {
      long id = ids.next();
      Details details = wanted.details().pictured(thumbnails.keep(id, wanted.upload()));
      Meeting meeting = Meeting.of(id, details, author.id());
      Creation creation = create(meeting, author);
      if (creation == Creation.DONE) {
        return meeting;
      }
      thumbnails.drop(details.picture());
      if (creation == Creation.TOO_MANY) {
        throw new DomainException(MeetingError.TOO_MANY_POSTS);
      }
    }
  }

  private Creation create(Meeting meeting, Person author) {
    DomainEvent event = MeetingEvents.of(MeetingEvents.CREATED, meeting, clock.instant());
    return meetings.create(meeting, author, event);
  }
}
