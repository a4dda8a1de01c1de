package dev.moim.client;

import java.time.Instant;
import java.util.Map;

/**
 * A tenant's right to use Moim.
 *
 * @param roomLimit how many rooms may be open at once
 * @param enabled whether anything but asking for this is allowed
 * @param roomsOpen how many are open now
 * @param peakToday the most that were open at once since midnight UTC
 * @param limits by what they limit: {@code register}, {@code createRoom}, {@code auth} …
 */
public record License(
    String domain,
    int roomLimit,
    boolean enabled,
    Instant createdAt,
    int roomsOpen,
    int peakToday,
    Map<String, RateLimit> limits) {

  public License {
    limits = Map.copyOf(limits);
  }

  /**
   * How often something may be asked for.
   *
   * @param burst times at once
   */
  public record RateLimit(int burst, int perMinute) {}
}
