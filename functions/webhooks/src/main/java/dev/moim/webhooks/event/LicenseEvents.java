package dev.moim.webhooks.event;

import dev.moim.shared.licenses.License;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a change of a license means: whether its open rooms came near their limit, or up to it. */
public final class LicenseEvents {

  private static final int NEAR_NUMERATOR = 4;
  private static final int NEAR_DENOMINATOR = 5;

  private enum Level {
    FREE,
    NEAR,
    FULL
  }

  private LicenseEvents() {}

  /**
   * @param change what tells this change from every other of the license
   */
  public static List<HookEvent> between(License before, License after, String change, Instant at) {
    Level now = level(after);
    if (now.compareTo(level(before)) <= 0) {
      return List.of();
    }
    EventType type = now == Level.FULL ? EventType.LICENSE_AT_LIMIT : EventType.LICENSE_NEAR_LIMIT;
    Map<String, Object> data =
        Map.of("roomsOpen", after.open().count(), "roomLimit", after.roomLimit());
    return List.of(HookEvent.of(type, after.id(), at, data, change));
  }

  private static Level level(License license) {
    int open = license.open().count();
    if (open >= license.roomLimit()) {
      return Level.FULL;
    }
    boolean near = open * NEAR_DENOMINATOR >= license.roomLimit() * NEAR_NUMERATOR;
    return near ? Level.NEAR : Level.FREE;
  }
}
