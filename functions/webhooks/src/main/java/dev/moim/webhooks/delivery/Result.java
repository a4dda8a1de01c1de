package dev.moim.webhooks.delivery;

import java.time.Instant;

/**
 * How it stands with one message at one endpoint.
 *
 * @param attempts how many there were
 * @param at when that was so, epoch milliseconds
 * @param status of the last answer; 0 if there was none
 * @param note the beginning of the last answer, or why there was none
 */
public record Result(State state, int attempts, long at, int status, String note) {

  /** Where it stands. */
  public enum State {
    /** It will be tried, once more or for the first time. */
    WAITING,
    DELIVERED,
    /** It will not be tried again by itself. */
    FAILED
  }

  static Result waiting(Instant now, String note) {
    return new Result(State.WAITING, 0, now.toEpochMilli(), 0, note);
  }

  /** After one attempt more. */
  static Result after(int attempts, Answer answer, Instant now) {
    State state =
        answer.accepted()
            ? State.DELIVERED
            : Backoff.after(attempts).isPresent() ? State.WAITING : State.FAILED;
    return new Result(state, attempts, now.toEpochMilli(), answer.status(), answer.note());
  }

  Result failed(String why) {
    return new Result(State.FAILED, attempts, at, status, why);
  }
}
