package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;

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

  public static final String STUDY_ID = "studyId"; // partition key, S
  public static final String ITEM = "item"; // sort key, S

  /** The study's open session, or else its latest. */
  static final String CALL = "call";

  private CallKeys() {}

  public static Map<String, AttributeValue> key(String studyId, String item) {
    return Map.of(STUDY_ID, text(studyId), ITEM, text(item));
  }

  public static Map<String, AttributeValue> call(String studyId) {
    return key(studyId, CALL);
  }

  /** A past session by its number. */
  public static String session(long number) {
    return "session#" + digits(number);
  }

  /** From the time a session started to its number. */
  public static String startedAt(Instant start, long number) {
    return startedAt(start) + "#" + digits(number);
  }

  /** Where the sessions begin that started at or after a time. */
  public static String startedAt(Instant start) {
    return "at#" + String.format(Locale.ROOT, "%015d", Math.max(0, start.toEpochMilli()));
  }

  /** Sums of a day, {@code day#2100-01-31}. */
  public static String day(LocalDate day) {
    return "day#" + day;
  }

  /** Sums of a month, {@code month#2100-01}. */
  public static String month(LocalDate day) {
    return "month#" + day.toString().substring(0, "2100-01".length());
  }

  /** Sums of a user. */
  public static String user(String userId) {
    return "user#" + userId;
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%09d", number);
  }
}
