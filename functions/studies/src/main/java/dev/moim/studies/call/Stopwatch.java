package dev.moim.studies.call;

import java.time.Instant;

/**
 * How long something has been going on, in pieces.
 *
 * @param millis of the pieces that are over
 * @param since when the present piece began, in epoch milliseconds; 0 while it stands still
 * @param asked when it was last asked to be switched on or off, in epoch milliseconds; 0 for never
 */
public record Stopwatch(long millis, long since, long asked) {

  public static final Stopwatch NEW = new Stopwatch(0, 0, 0);

  public boolean runs() {
    return since != 0;
  }

  /** Starting one that runs changes nothing. */
  public Stopwatch start(Instant now) {
    return runs() ? this : new Stopwatch(millis, now.toEpochMilli(), asked);
  }

  /** Clocks of two functions may differ: an end before its beginning counts as no time. */
  public Stopwatch stop(Instant now) {
    return runs() ? new Stopwatch(at(now), 0, asked) : this;
  }

  /**
   * Frames of one client come in any order: one older than the last that counted changes nothing,
   * and of two of the same millisecond being on wins.
   */
  public Stopwatch switched(boolean on, Instant when) {
    boolean sameMoment = when.toEpochMilli() == asked;
    if (when.toEpochMilli() < asked || (sameMoment && runs() && !on)) {
      return this;
    }
    Stopwatch changed = on ? start(when) : stop(when);
    return new Stopwatch(changed.millis, changed.since, when.toEpochMilli());
  }

  /** The same, last asked for at this time unless it was later. */
  Stopwatch askedAt(Instant when) {
    return new Stopwatch(millis, since, Math.max(asked, when.toEpochMilli()));
  }

  /** All of it until now, in milliseconds. */
  public long at(Instant now) {
    return runs() ? millis + Math.max(0, now.toEpochMilli() - since) : millis;
  }
}
