package dev.moim.meetings.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day in Seoul, on which somebody may make so many meetings and no more. */
public record PostingDay(LocalDate date) {

  public static final int MAX_POSTS = 10;

  /** Where days begin and end, and what times without a zone mean. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private static final Instant FIRST_ID = Instant.parse("2025-01-01T00:00:00Z");
  private static final int RANDOM_BITS = 11;

  /** The day on which a meeting was made, which its id tells. */
  public static PostingDay of(long meetingId) {
    return new PostingDay(LocalDate.ofInstant(madeAt(meetingId), ZONE));
  }

  /** When it was made. */
  public static Instant madeAt(long meetingId) {
    return FIRST_ID.plusMillis(meetingId >> RANDOM_BITS);
  }
}
