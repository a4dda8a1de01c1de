package dev.moim.shared.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

  /**
   * Not when, but until when its member has used up some of the changes it may make at once: see
   * {@link Ask}.
   */
  public static final String USED_UP = "u";

  /** What only the member itself can have asked for, being inside. */
  public static final List<String> OWN =
      List.of(
          String.valueOf(Seat.Trait.VIDEO.letter()),
          String.valueOf(Seat.Trait.AUDIO.letter()),
          NAME,
          SHARE,
          JOIN);

  static final Changes NONE = new Changes(Map.of());

  public Changes {
    at = Map.copyOf(at);
  }

  /** Whether something newer was asked for already. */
  public boolean isNewerThan(Instant asked, String what) {
    return at.getOrDefault(what, 0L) > asked.toEpochMilli();
  }

  /** When the member itself asked for something last, in epoch milliseconds; 0 for never. */
  long lastOwn() {
    return OWN.stream().mapToLong(what -> at.getOrDefault(what, 0L)).max().orElse(0);
  }

  Changes with(String what, Instant asked) {
    Map<String, Long> changed = new HashMap<>(at);
    changed.put(what, asked.toEpochMilli());
    return new Changes(changed);
  }
}
