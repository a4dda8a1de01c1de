package dev.moim.accounts.limit;

import java.time.Duration;

/**
 * How often something may be done that could be guessed at, or costs a mail. Windows follow one
 * another: whoever waits for the next one may go on.
 */
public enum Limit {
  /** Per address that requests come from. */
  SIGN_UP(60, Duration.ofHours(1), true),
  /** Wrong codes, per address that requests come from: a code has a million values. */
  VERIFY(30, Duration.ofMinutes(10), true),
  /** Logins with Kakao, per address that requests come from: each asks Kakao twice. */
  KAKAO(60, Duration.ofMinutes(10), true),
  /** Addresses for pictures, per person: each may bring ten megabytes. */
  UPLOAD(30, Duration.ofHours(1), false),
  /** Wrong passwords, per mail address and address that requests come from. */
  LOG_IN(10, Duration.ofMinutes(15), false),
  /** Per mail address, whether anybody has it or not. */
  LINK(5, Duration.ofHours(1), false);

  private final int times;
  private final Duration window;
  private final boolean perSource;

  Limit(int times, Duration window, boolean perSource) {
    this.times = times;
    this.window = window;
    this.perSource = perSource;
  }

  /**
   * @param sourceFactor how many times as much is let through where all that the limit knows is an
   *     address that requests come from, which many may share
   */
  public int times(int sourceFactor) {
    return perSource ? times * sourceFactor : times;
  }

  public Duration window() {
    return window;
  }
}
