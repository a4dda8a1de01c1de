package dev.moim.shared.kernel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as JavaScript's {@code toISOString} writes them: always with three digits. */
public final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  public static String iso(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * @param millis since the epoch
   */
  public static String iso(long millis) {
    return iso(Instant.ofEpochMilli(millis));
  }
}
