package dev.moim.meetings.participation;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.shared.people.People;
import dev.moim.shared.people.Person;
import java.util.List;
import java.util.Map;

/** Shows the author of a meeting who has applied. */
public final class ListParticipants {

  private final Visits visits;
  private final Participations participations;
  private final People people;

  public ListParticipants(Visits visits, Participations participations, People people) {
    this.visits = visits;
    this.participations = participations;
    this.people = people;
  }

  /**
   * One who has applied.
   *
   * @param id of the application
   * @param status in view of the meeting
   */
  public record Participant(long id, Person person, ParticipationStatus status) {}

  /**
   * In the order in which they did.
   *
   * @throws dev.moim.shared.kernel.DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link
   *     MeetingError#NOT_AUTHOR}
   */
  public List<Participant> of(Asked asked) {
    Visit visit = visits.of(asked);
    Gate.admit(visit.caller());
    Meeting meeting = UpdateMeeting.own(visit.meeting(), asked.callerId(), MeetingError.NOT_AUTHOR);
    List<Participation> all = participations.of(meeting.id());
    Map<Long, Person> found =
        all.isEmpty()
            ? Map.of()
            : people.findAll(all.stream().map(it -> it.application().userId()).toList());
    return all.stream().map(it -> participant(it, meeting, found)).toList();
  }

  private static Participant participant(
      Participation participation, Meeting meeting, Map<Long, Person> found) {
    long userId = participation.application().userId();
    return new Participant(
        participation.id(),
        found.getOrDefault(userId, Person.gone(userId)),
        participation.status().in(meeting.state()));
  }
}
