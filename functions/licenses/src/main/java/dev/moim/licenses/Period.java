package dev.moim.licenses;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time a tenant asks about.
 *
 * @param start the first moment in it
 * @param length up to now at the latest
 */
record Period(Instant start, Duration length) {

  /** A quarter of a year, whichever months it has. */
  private static final Duration LONGEST = Duration.ofDays(92);

  private static final Pattern MILLIS = Pattern.compile("\\d{1,14}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /**
   * @param query {@code startTime}, and {@code endTime} unless it is now; in ISO 8601 (a date means
   *     its first moment in UTC) or as epoch milliseconds
   */
  static Period of(Fields query, Instant now) {
    Instant start =
        moment(query, "startTime").orElseThrow(() -> FieldException.missing("startTime"));
    Instant end = moment(query, "endTime").filter(now::isAfter).orElse(now);
    if (!start.isBefore(end)) {
      throw FieldException.invalid("startTime", "before endTime and in the past");
    }
    Duration length = Duration.between(start, end);
    if (length.compareTo(LONGEST) > 0) {
      throw FieldException.invalid("startTime", "at most 92 days before endTime");
    }
    return new Period(start, length);
  }

  private static Optional<Instant> moment(Fields query, String field) {
    try {
      return query.optionalText(field).map(Period::parse).map(Period::sinceEpoch);
    } catch (DateTimeException notATime) {
      throw FieldException.invalid(field, "a time in ISO 8601 or in epoch milliseconds");
    }
  }

  /** Calendars reach further back than milliseconds count, and no room is as old. */
  private static Instant sinceEpoch(Instant moment) {
    return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
  }

  private static Instant parse(String text) {
    if (MILLIS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    return DATE.matcher(text).matches()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        // A plus that was not percent-encoded arrives as a space.
        : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return start.plus(length);
  }

  /** How much of a time falls into it; not below zero. */
  Duration shareOf(Instant from, Duration time) {
    Instant to = from.plus(time);
    Instant first = from.isAfter(start) ? from : start;
    Instant last = to.isBefore(end()) ? to : end();
    return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
  }
}
