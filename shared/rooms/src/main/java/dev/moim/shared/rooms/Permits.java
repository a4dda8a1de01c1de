package dev.moim.shared.rooms;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the host of a room said about what its members may send. It belongs to the room and not to
 * their seats: who leaves and returns may send no more than before.
 *
 * @param asked when, by source and user, in epoch milliseconds; negative where it was to forbid
 */
public record MediaPermits(Map<String, Long> asked) {

  /** Nothing was said: everybody may send everything. */
  public static final MediaPermits NONE = new MediaPermits(Map.of());

  public MediaPermits {
    asked = Map.copyOf(asked);
  }

  /** What a user may send. */
  public Set<MediaSource> of(String userId) {
    EnumSet<MediaSource> allowed = EnumSet.allOf(MediaSource.class);
    allowed.removeIf(source -> asked.getOrDefault(entry(source, userId), 0L) < 0);
    return Collections.unmodifiableSet(allowed);
  }

  /**
   * With what the host says now.
   *
   * @param when it was said: of what was said later, nothing is changed
   */
  public MediaPermits with(String userId, Map<MediaSource, Boolean> wanted, Instant when) {
    Map<String, Long> changed = new HashMap<>(asked);
    wanted.forEach((source, allowed) -> {
      String entry = entry(source, userId);
      long millis = when.toEpochMilli();
      if (Math.abs(changed.getOrDefault(entry, 0L)) <= millis) {
        changed.put(entry, allowed ? millis : -millis);
      }
    });
    return new MediaPermits(changed);
  }

  /** Whether a user may send everything there is. */
  public boolean isFree(String userId) {
    return Arrays.stream(MediaSource.values())
        .allMatch(source -> asked.getOrDefault(entry(source, userId), 0L) >= 0);
  }

  private static String entry(MediaSource source, String userId) {
    return source.letter() + userId;
  }
}
