package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.groups.dynamodb.OpenCallItem;
import dev.moim.studies.call.CallSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the table of study calls. One partition per study; the sort key says what an item is.
 * Numbers and times are padded, so that their order as text is their own.
 */
public final class CallKeys {

  public static final String STUDY_ID = OpenCallItem.GROUP_ID; // partition key, S
  public static final String ITEM = OpenCallItem.ITEM; // sort key, S

  /** The study's open session, or else its latest. */
  static final SortKey CALL = new SortKey(OpenCallItem.CALL);

  /** The sockets that have the study's page open. */
  static final SortKey ONLINE = new SortKey("online");

  private CallKeys() {}

  public static Map<String, AttributeValue> key(String studyId, SortKey item) {
    return Map.of(STUDY_ID, text(studyId), ITEM, text(item.text()));
  }

  public static Map<String, AttributeValue> call(String studyId) {
    return key(studyId, CALL);
  }

  /** A past session by its number. */
  public static SortKey session(long number) {
    return new SortKey("session#" + digits(number));
  }

  /** From the time a session started to its number. */
  static SortKey startedAt(CallSession session) {
    return new SortKey(startedAt(session.startedAt()) + "#" + digits(session.number()));
  }

  /** Where the sessions begin that started at or after a time. */
  public static SortKey startedFrom(Instant time) {
    return new SortKey(startedAt(time));
  }

  /** Where those end that started at or before it. */
  public static SortKey startedUntil(Instant time) {
    // A letter after the separator: later than every number of that time.
    return new SortKey(startedAt(time) + "#z");
  }

  private static String startedAt(Instant start) {
    return "at#" + String.format(Locale.ROOT, "%015d", Math.max(0, start.toEpochMilli()));
  }

  /** The rollup of a day, {@code day#2100-01-31}. */
  public static SortKey day(LocalDate day) {
    return new SortKey("day#" + day);
  }

  /** The rollup of a month, {@code month#2100-01}. */
  public static SortKey month(LocalDate day) {
    return new SortKey("month#" + day.toString().substring(0, "2100-01".length()));
  }

  /** The totals of a user. */
  public static SortKey user(String userId) {
    return new SortKey("user#" + userId);
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%09d", number);
  }
}
