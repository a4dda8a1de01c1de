package dev.moim.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers its sender and whom it tells.
 *
 * @param reply fields to add to the {@code 200} reply; empty when the sender gets none
 */
public record Outcome(Optional<Map<String, @Nullable Object>> reply, List<Notice> notices) {

  public static Outcome ok() {
    return reply(Map.of());
  }

  public static Outcome reply(Map<String, @Nullable Object> fields) {
    return new Outcome(Optional.of(fields), List.of());
  }

  /** Success that the document leaves without an answer. */
  public static Outcome silent() {
    return new Outcome(Optional.empty(), List.of());
  }

  public Outcome telling(Notice... more) {
    return telling(List.of(more));
  }

  public Outcome telling(List<Notice> more) {
    return new Outcome(reply, Stream.concat(notices.stream(), more.stream()).toList());
  }
}
