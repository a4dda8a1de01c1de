package dev.moim.meetings.meeting;

import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happens to meetings, as others hear of it. Each event says which meeting, who its author is
 * and what it is called; ids are written as digits, several with commas between them.
 */
public final class MeetingEvents {

  public static final String CREATED = "meeting.created";
  public static final String CHANGED = "meeting.changed";
  public static final String CLOSED = "meeting.closed";
  public static final String CANCELED = "meeting.canceled";
  public static final String EXPIRED = "meeting.expired";
  public static final String APPLIED = "meeting.applied";
  public static final String APPROVED = "meeting.approved";
  public static final String REJECTED = "meeting.rejected";
  public static final String LEFT = "meeting.left";
  public static final String KICKED = "meeting.kicked";

  public static final String MEETING_ID = "meetingId";

  /** 0 if their account is deleted. */
  public static final String AUTHOR_ID = "authorId";

  public static final String TITLE = "title";

  /** The name of the picture; absent for none. */
  public static final String PICTURE = "picture";

  /** Whose application it is about, and which. */
  public static final String USER_ID = "userId";

  public static final String PARTICIPATION_ID = "participationId";

  /** Who takes part, the author included. */
  public static final String MEMBER_IDS = "memberIds";

  /** Who has applied and heard nothing yet. */
  public static final String WAITING_IDS = "waitingIds";

  private MeetingEvents() {}

  /** An event about the meeting as a whole. */
  public static DomainEvent of(String kind, Meeting meeting, Instant now) {
    return DomainEvent.of(kind, now, fields(meeting));
  }

  /** The same, and whom it concerns. */
  public static DomainEvent of(String kind, Meeting meeting, Concerned whom, Instant now) {
    Map<String, String> fields = fields(meeting);
    fields.put(MEMBER_IDS, joined(whom.memberIds()));
    fields.put(WAITING_IDS, joined(whom.waitingIds()));
    return DomainEvent.of(kind, now, fields);
  }

  /** People by their ids. */
  public record Concerned(Collection<Long> memberIds, Collection<Long> waitingIds) {}

  private static Map<String, String> fields(Meeting meeting) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(MEETING_ID, Long.toString(meeting.id()));
    fields.put(AUTHOR_ID, Long.toString(meeting.authorId()));
    fields.put(TITLE, meeting.details().title());
    String picture = meeting.details().picture();
    if (picture != null) {
      fields.put(PICTURE, picture);
    }
    return fields;
  }

  private static String joined(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
