package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.Person;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to take part in which meeting. Every change is one transaction with its event, and with
 * the meeting and its group where they change too.
 */
public interface Participations {

  /** What became of a change. */
  enum Change {
    DONE,
    /** The meeting is not what it has to be: it recruits no more, or is gone. */
    WRONG_MEETING,
    /** Everybody who may take part does. */
    FULL,
    /** The participation is not what it has to be, or is gone; or, for a new one, there is one. */
    WRONG_STATUS
  }

  /** Who asks about an application, and the application. */
  record Visit(Optional<Person> caller, Optional<Application> application) {

    /**
     * The application, for somebody with a profile.
     *
     * @throws DomainException {@link MeetingError#PARTICIPATION_NOT_FOUND}
     */
    Application admitted() {
      Gate.admit(caller);
      return application.orElseThrow(
          () -> new DomainException(MeetingError.PARTICIPATION_NOT_FOUND));
    }
  }

  /** Somebody's place in a meeting, and who asks about it. */
  record Place(
      Optional<Person> caller, Optional<Meeting> meeting, Optional<Participation> participation) {}

  /** One request; the answer is the latest. */
  Place place(Removal removal);

  /** One request; the answer is the latest, whatever became of the application. */
  Visit visit(AskedAbout asked);

  /** One request. */
  Change apply(Application application, DomainEvent event);

  /** Makes somebody who waits a member. One request. */
  Change approve(Application application, DomainEvent event);

  /** One request. */
  Change reject(Application application, DomainEvent event);

  /**
   * Takes an application off everybody's lists. One request.
   *
   * @param over whether its meeting is, and that somebody takes part is no obstacle
   */
  Change delete(Application application, boolean over);

  /** Lets a member go. One request. */
  Change leave(Application application, DomainEvent event);

  /**
   * As {@link #leave}, for somebody whose account is deleted: where they were stays known, as that
   * of a member who has left, until all have forgotten them.
   */
  Change quit(Application application, DomainEvent event);

  /** Everybody who has applied, in the order in which they did. One request for each 1 MB. */
  List<Participation> of(long meetingId);

  /**
   * What somebody has applied for, the oldest first. One request; what was written a moment ago may
   * be missing.
   *
   * @param after only greater ids
   */
  List<Participation> byUser(long userId, long after, int limit);
}
