package dev.moim.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's own server asks about its license: how much of it is used, which rooms are open
 * and who is in them, and how long rooms were open.
 *
 * <p>Every method may throw any {@link MoimException}. All may be called from several threads.
 */
public interface TenantApi {

  /** The license, also while it is disabled. */
  License license();

  /** All open rooms and who is in them, the newest first. */
  List<Session> sessions();

  /** One open room; empty if there is none of this name. */
  Optional<RoomState> room(String roomName);

  /**
   * How long rooms were open within a period. What is before or after it is not counted.
   *
   * @param period 92 days at most
   */
  Usage usage(Period period);

  /** From a moment on until another one; one in the future counts as now. */
  record Period(Instant from, Instant until) {

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Period {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("ends before it begins: " + from + ", " + until);
      }
    }
  }
}
