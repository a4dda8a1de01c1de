package dev.moim.meetings.http;

import dev.moim.meetings.meeting.PostingDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as requests write them: without a zone those of Seoul, or with an offset. */
final class SeoulTime {

  static final ZoneId ZONE = PostingDay.ZONE;

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private static final int MAX_LENGTH = 40;

  private SeoulTime() {}

  /** To the second; empty for what is no such text, or in another era. */
  static Optional<Instant> parse(Object value) {
    if (!(value instanceof String text) || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime offset
              ? offset.toInstant()
              : LocalDateTime.from(time).atZone(ZONE).toInstant();
      return Optional.of(instant.truncatedTo(ChronoUnit.SECONDS))
          .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LAST));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
