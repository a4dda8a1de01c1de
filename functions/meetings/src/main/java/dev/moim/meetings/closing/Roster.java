package dev.moim.meetings.closing;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents.Concerned;
import dev.moim.meetings.participation.Participation;
import dev.moim.meetings.participation.ParticipationStatus;
import dev.moim.meetings.participation.Participations;
import java.util.ArrayList;
import java.util.List;

/** Who has to do with a meeting. */
public final class Roster {

  private final Participations participations;

  public Roster(Participations participations) {
    this.participations = participations;
  }

  /** One request. */
  Concerned of(Meeting meeting) {
    List<Participation> all = participations.of(meeting.id());
    List<Long> members = new ArrayList<>();
    if (meeting.hasAuthor()) {
      members.add(meeting.authorId());
    }
    members.addAll(ids(all, ParticipationStatus.APPROVED));
    return new Concerned(members, ids(all, ParticipationStatus.PENDING));
  }

  private static List<Long> ids(List<Participation> all, ParticipationStatus status) {
    return all.stream()
        .filter(participation -> participation.status() == status)
        .map(participation -> participation.application().userId())
        .toList();
  }
}
