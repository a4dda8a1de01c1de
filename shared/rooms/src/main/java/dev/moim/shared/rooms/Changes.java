package dev.moim.shared.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When a member last asked for each change of its seat, by the gateway's receive time: frames of
 * one client reach functions in any order, and an older one must not undo a newer one.
 *
 * @param at epoch milliseconds, by what was changed
 */
public record Changes(Map<String, Long> at) {

  /** What else changes besides {@link Seat.Trait traits}, which go by their letters. */
  public static final String NAME = "n";

  /** Shares begun and stopped. */
  public static final String SHARE = "s";

  /** Joins, also those that found the member seated. */
  public static final String JOIN = "j";

  static final Changes NONE = new Changes(Map.of());

  public Changes {
    at = Map.copyOf(at);
  }

  /** Whether something newer was asked for already. */
  public boolean isNewerThan(Instant asked, String what) {
    return at.getOrDefault(what, 0L) > asked.toEpochMilli();
  }

  Changes with(String what, Instant asked) {
    Map<String, Long> changed = new HashMap<>(at);
    changed.put(what, asked.toEpochMilli());
    return new Changes(changed);
  }
}
