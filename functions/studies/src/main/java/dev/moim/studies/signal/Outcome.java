package dev.moim.studies.signal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event came to.
 *
 * @param ack what the sender's acknowledgement says besides {@code success: true}
 * @param notices who is told what, in this order
 */
public record Outcome(Map<String, ? extends @Nullable Object> ack, List<Notice> notices) {

  public static Outcome telling(Notice... notices) {
    return telling(List.of(notices));
  }

  public static Outcome telling(List<Notice> notices) {
    return new Outcome(Map.of(), notices);
  }
}
