package dev.moim.shared.rooms;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the host of a room said about what its members may do. It belongs to the room and not to
 * their seats: who leaves and returns may do no more than before.
 *
 * @param asked when, by permission and user, in epoch milliseconds; negative where it was to forbid
 */
public record Permits(Map<String, Long> asked) {

  /** Nothing was said: everybody may do everything. */
  public static final Permits NONE = new Permits(Map.of());

  public Permits {
    asked = Map.copyOf(asked);
  }

  public boolean allow(String userId, Permission permission) {
    return asked.getOrDefault(entry(permission, userId), 0L) >= 0;
  }

  /** What a user may send to the media server. */
  public Set<MediaSource> sources(String userId) {
    EnumSet<MediaSource> allowed = EnumSet.noneOf(MediaSource.class);
    for (Permission permission : Permission.values()) {
      if (allow(userId, permission)) {
        permission.source().ifPresent(allowed::add);
      }
    }
    return Collections.unmodifiableSet(allowed);
  }

  /** Whether a user may send everything there is. */
  public boolean allowAllMedia(String userId) {
    return sources(userId).size() == MediaSource.values().length;
  }

  /**
   * With what the host says now.
   *
   * @param when it was said: of what was said later, nothing is changed
   */
  public Permits with(String userId, Map<Permission, Boolean> wanted, Instant when) {
    Map<String, Long> changed = new HashMap<>(asked);
    wanted.forEach((permission, allowed) -> {
      String entry = entry(permission, userId);
      long millis = when.toEpochMilli();
      if (Math.abs(changed.getOrDefault(entry, 0L)) <= millis) {
        changed.put(entry, allowed ? millis : -millis);
      }
    });
    return new Permits(changed);
  }

  private static String entry(Permission permission, String userId) {
    return permission.letter() + userId;
  }
}
