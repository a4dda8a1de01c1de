package dev.moim.webhooks.event;

import dev.moim.shared.kernel.DerivedIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that happened, as a tenant's server is told of it.
 *
 * @param id the same whenever the same change is read again; in the order of {@code at}
 * @param at when it happened, as exactly as is known
 * @param data a tree of texts, numbers and maps
 */
public record HookEvent(
    String id, EventType type, String licenseId, Instant at, Map<String, Object> data) {

  private static final int TIME_DIGITS = 9;
  private static final int HASH_LENGTH = 16;
  private static final int RADIX = 36;

  /** How every id begins. */
  public static final String PREFIX = "msg_";

  public HookEvent {
    data = Map.copyOf(data);
  }

  /**
   * @param traits what tells it from every other event of its type and license
   */
  static HookEvent of(
      EventType type, String licenseId, Instant at, Map<String, Object> data, String... traits) {
    String id = PREFIX + time(at) + hash(type, licenseId, Arrays.asList(traits));
    return new HookEvent(id, type, licenseId, at, new LinkedHashMap<>(data));
  }

  /** An event that follows from no change. */
  public static HookEvent test(String licenseId, Instant at, String unique) {
    Map<String, Object> data = Map.of("message", "This is a test.");
    return of(EventType.TEST, licenseId, at, data, unique);
  }

  /** What of an id does not depend on when its event happened. */
  static String hash(EventType type, String licenseId, List<String> traits) {
    String[] of =
        Stream.concat(Stream.of(type.text(), licenseId), traits.stream()).toArray(String[]::new);
    return DerivedIds.base62(HASH_LENGTH, of);
  }

  private static String time(Instant at) {
    String digits = Long.toString(Math.max(0, at.toEpochMilli()), RADIX);
    return "0".repeat(TIME_DIGITS - digits.length()) + digits;
  }
}
