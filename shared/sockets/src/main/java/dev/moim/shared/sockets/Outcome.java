package dev.moim.shared.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers its sender and whom it tells what.
 *
 * @param reply fields of the answer; empty where success has none
 * @param notices in this order for whoever gets several
 * @param afterwards asked for once the notices are out: what is to be told after them
 */
public record Outcome(
    Optional<Map<String, @Nullable Object>> reply,
    List<Notice> notices,
    List<Supplier<List<Notice>>> afterwards) {

  public static Outcome ok() {
    return reply(Map.of());
  }

  public static Outcome reply(Map<String, @Nullable Object> fields) {
    return new Outcome(Optional.of(fields), List.of(), List.of());
  }

  /** Success that its document leaves without an answer. */
  public static Outcome silent() {
    return new Outcome(Optional.empty(), List.of(), List.of());
  }

  public Outcome telling(Notice... more) {
    return telling(List.of(more));
  }

  public Outcome telling(List<Notice> more) {
    return new Outcome(reply, joined(notices, more), afterwards);
  }

  /**
   * Finds out, once all notices are out, what is to be told after them. Two functions may tell the
   * same members of two states, and the older post may be the slower one: whoever looks afterwards
   * whether what it told is still so, and tells what is, makes the newer state the last one heard.
   *
   * @param next what to tell then; nothing if there is nothing to add
   */
  public Outcome then(Supplier<List<Notice>> next) {
    return new Outcome(reply, notices, joined(afterwards, List.of(next)));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
