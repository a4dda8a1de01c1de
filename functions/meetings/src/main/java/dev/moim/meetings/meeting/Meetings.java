package dev.moim.meetings.meeting;

import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All meetings. Each is a group as well, which is changed in the same transaction, and so is the
 * event that tells of a change. What was deleted is found for some time after.
 */
public interface Meetings {

  /** What became of a new meeting. */
  enum Creation {
    DONE,
    /** Its author has made as many today as one may. */
    TOO_MANY,
    /** There is one of this id. */
    TAKEN
  }

  /** One request; the answer is the latest. */
  Optional<Meeting> find(long id);

  /** One request for up to 100; what was written a moment ago may be missing. */
  Map<Long, Meeting> findAll(Collection<Long> ids);

  /** Makes a meeting, which is the event of its creation at the same time. One request. */
  Creation create(Meeting meeting, Person author, DomainEvent event);

  /**
   * Changes a meeting if nobody did since: neither what it says nor, where fewer may take part than
   * before, how many do. One request.
   *
   * @return false if somebody did
   */
  boolean change(Meeting before, Meeting after, DomainEvent event);

  /**
   * Deletes a meeting and its group, and takes it off its author's list, if nobody has come or gone
   * since. One request, and one more for each 100 members.
   *
   * @return false if somebody has
   */
  boolean end(Meeting before, Ending ending);

  /**
   * How a meeting ends.
   *
   * @param after deleted
   * @param memberIds of everybody who is taken out of its group
   */
  record Ending(Meeting after, List<Long> memberIds, DomainEvent event) {
    public Ending {
      memberIds = List.copyOf(memberIds);
    }
  }

  /**
   * Ids of meetings that somebody has made and not deleted, the oldest first. One request for each
   * 1 MB of days.
   *
   * @param after only greater ids
   */
  List<Long> madeBy(long authorId, long after, int limit);

  /** Meetings that recruit, by date and id, behind this date and id. One request. */
  List<Meeting> open(Instant at, long after, int limit);

  /** Meetings that are there and whose time has passed. Two requests. */
  List<Meeting> past(Instant now, int limit);
}
