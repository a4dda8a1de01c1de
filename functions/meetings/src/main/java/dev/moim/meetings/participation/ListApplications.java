package dev.moim.meetings.participation;

import dev.moim.meetings.meeting.Gate;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.ReadMeetings.Slice;
import dev.moim.shared.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists what somebody has applied for. */
public final class ListApplications {

  private final Participations participations;
  private final Meetings meetings;
  private final People people;

  public ListApplications(Participations participations, Meetings meetings, People people) {
    this.participations = participations;
    this.meetings = meetings;
    this.people = people;
  }

  /**
   * One of the list.
   *
   * @param status in view of the meeting
   */
  public record Applied(long id, Meeting meeting, ParticipationStatus status) {}

  /**
   * Part of the list.
   *
   * @param hasNext whether there is more
   */
  public record Part(List<Applied> applications, boolean hasNext) {
    public Part {
      applications = List.copyOf(applications);
    }
  }

  /** The oldest application first. */
  public Part of(long callerId, Slice slice) {
    Gate.admit(people.find(callerId));
    List<Applied> found = new ArrayList<>();
    long after = slice.after();
    int wanted = slice.size() + 1;
    while (true) {
      List<Participation> some = participations.byUser(callerId, after, wanted);
      found.addAll(withMeetings(some));
      if (found.size() >= wanted || some.size() < wanted) {
        boolean hasNext = found.size() >= wanted;
        return new Part(hasNext ? found.subList(0, slice.size()) : found, hasNext);
      }
      after = some.getLast().id();
    }
  }

  /** A meeting that was deleted long ago is forgotten before those who had applied for it. */
  private List<Applied> withMeetings(List<Participation> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    Map<Long, Meeting> found =
        meetings.findAll(some.stream().map(it -> it.application().meetingId()).toList());
    List<Applied> applied = new ArrayList<>();
    for (Participation participation : some) {
      Meeting meeting = found.get(participation.application().meetingId());
      if (meeting != null) {
        applied.add(applied(participation, meeting));
      }
    }
    return applied;
  }

  private static Applied applied(Participation participation, Meeting meeting) {
    return new Applied(participation.id(), meeting, participation.status().in(meeting.state()));
  }
}
