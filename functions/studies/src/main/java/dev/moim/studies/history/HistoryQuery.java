package dev.moim.studies.history;

import dev.moim.shared.kernel.FieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which part of the history is wanted.
 *
 * @param page from 1
 * @param limit from 1 to 100
 * @param start first moment or day, as the client wrote it
 * @param end last moment or day, as the client wrote it
 */
public record HistoryQuery(int page, int limit, Optional<String> start, Optional<String> end) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /** Later than this no session starts; times of the distant future do not fit into keys. */
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Texts as they stand in the address; what is no number is refused, a limit is brought in. */
  public static HistoryQuery of(
      Optional<String> page, Optional<String> limit, Optional<String> start, Optional<String> end) {
    int number = page.map(text -> number("page", text)).orElse(1);
    if (number < 1) {
      throw FieldException.invalid("page", "at least 1");
    }
    int size = limit.map(text -> number("limit", text)).orElse(DEFAULT_LIMIT);
    return new HistoryQuery(number, Math.clamp(size, 1, MAX_LIMIT), start, end);
  }

  public boolean hasDates() {
    return start.isPresent() || end.isPresent();
  }

  /** A time, both ends included. */
  record Dates(Instant from, Instant to) {}

  /** A day includes all of itself, as the study's zone has it. */
  Dates within(ZoneId zone) {
    Instant from =
        start.map(text -> moment("startDate", text, LocalTime.MIN, zone)).orElse(Instant.EPOCH);
    Instant to = end.map(text -> moment("endDate", text, LocalTime.MAX, zone)).orElse(LATEST);
    if (to.isBefore(from)) {
      throw FieldException.invalid("endDate", "no earlier than startDate");
    }
    return new Dates(from, to);
  }

  private static int number(String field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw FieldException.invalid(field, "a whole number");
    }
  }

  /** A day, a time of the study's zone, or one that says its own. */
  private static Instant moment(String field, String text, LocalTime ofDay, ZoneId zone) {
    try {
      Instant moment =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atTime(ofDay).atZone(zone).toInstant()
              : withTime(text, zone);
      if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(LATEST)) {
        return moment;
      }
    } catch (DateTimeException noDate) {
      // Answered like a date out of range.
    }
    throw FieldException.invalid(field, "a date or time in ISO 8601");
  }

  private static Instant withTime(String text, ZoneId zone) {
    int time = text.indexOf('T');
    boolean saysZone =
        text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    return saysZone
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
