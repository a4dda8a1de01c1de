package dev.moim.meetings.meeting;

import dev.moim.meetings.MeetingError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Reads meetings by who made them, and by their ids. */
public final class ReadMeetings {

  private final Meetings meetings;
  private final People people;

  public ReadMeetings(Meetings meetings, People people) {
    this.meetings = meetings;
    this.people = people;
  }

  /**
   * Part of a list in the order of ids.
   *
   * @param lastId where it ends
   * @param hasNext whether there is more
   */
  public record Part(List<Meeting> meetings, OptionalLong lastId, boolean hasNext) {
    public Part {
      meetings = List.copyOf(meetings);
    }
  }

  /** Where a list goes on, and how much of it is wanted. */
  public record Slice(long after, int size) {}

  /**
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}
   */
  public Meeting one(long id) {
    return meetings
        .find(id)
        .filter(Meeting::exists)
        .orElseThrow(() -> new DomainException(MeetingError.MEETING_NOT_FOUND));
  }

  /** What somebody has made, the oldest first. */
  public Part madeBy(long callerId, Slice slice) {
    Gate.admit(people.find(callerId));
    List<Long> ids = meetings.madeBy(callerId, slice.after(), slice.size() + 1);
    List<Long> wanted = ids.subList(0, Math.min(slice.size(), ids.size()));
    Map<Long, Meeting> found = wanted.isEmpty() ? Map.of() : meetings.findAll(wanted);
    return new Part(
        wanted.stream().map(found::get).filter(Objects::nonNull).filter(Meeting::exists).toList(),
        wanted.isEmpty() ? OptionalLong.empty() : OptionalLong.of(wanted.getLast()),
        ids.size() > slice.size());
  }
}
