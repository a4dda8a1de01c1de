package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.meetings.meeting.PostingDay;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.PersonGone;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the table of meetings. Numbers in them have leading zeros, so that texts sort as they.
 */
final class Keys {

  static final String ID = "id"; // partition key, S
  static final String ITEM = "item"; // sort key, S

  /** The index: lists of meetings and of what somebody has applied for. */
  static final String LISTS = "lists";

  static final String LIST = "list"; // its partition key, S
  static final String POSITION = "position"; // its sort key, S

  /** Lists of meetings, by date: those that recruit, and those that do not any more. */
  static final String OPEN = "open";

  static final String CLOSED = "closed";

  static final String MEETING = "meeting";
  static final String APPLICANT = "applicant#";
  static final String DAY = "day#";

  private static final String APPLICATION = "application";

  private Keys() {}

  static Map<String, AttributeValue> meeting(long id) {
    return key(partition(id), MEETING);
  }

  /** What belongs to a meeting stands beside it. */
  static String partition(long meetingId) {
    return MEETING + "#" + meetingId;
  }

  static Map<String, AttributeValue> event(long meetingId, String eventId) {
    return key(partition(meetingId), "event#" + eventId);
  }

  /** One for each applicant of a meeting. */
  static Map<String, AttributeValue> applicant(long meetingId, Applicant who) {
    return key(partition(meetingId), APPLICANT + padded(who.userId()));
  }

  /** Somebody as an applicant. */
  record Applicant(long userId) {}

  /** Where to find an application by its id. */
  static Map<String, AttributeValue> application(long id) {
    return key(APPLICATION + "#" + id, APPLICATION);
  }

  static Map<String, AttributeValue> day(long authorId, PostingDay day) {
    return key(author(authorId), DAY + day.date());
  }

  /** That somebody's account is deleted. */
  static Map<String, AttributeValue> gone(DomainEvent event) {
    return key("person#" + PersonGone.userId(event), "event#" + event.id());
  }

  static String author(long id) {
    return "author#" + id;
  }

  static String applicationsOf(long userId) {
    return "user#" + userId;
  }

  static String position(Instant at, long meetingId) {
    return "%012d#%s".formatted(at.getEpochSecond(), padded(meetingId));
  }

  static String padded(long id) {
    return "%016d".formatted(id);
  }

  static Map<String, AttributeValue> key(String id, String item) {
    return Map.of(ID, text(id), ITEM, text(item));
  }
}
