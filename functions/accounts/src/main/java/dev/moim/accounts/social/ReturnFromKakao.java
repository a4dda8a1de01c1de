package dev.moim.accounts.social;

import java.util.Optional;

/** Looks at what a browser brings back from Kakao. No request. */
public final class ReturnFromKakao {

  private final Attempts attempts;
  private final boolean stateless;

  /**
   * @param stateless whether logins may also begin elsewhere, without a state of ours, as the
   *     document has it
   */
  public ReturnFromKakao(Attempts attempts, boolean stateless) {
    this.attempts = attempts;
    this.stateless = stateless;
  }

  /**
   * @param code that came back
   * @param state that came back with it
   * @param attempt of the browser's cookie
   * @return whether the login may go on
   */
  public boolean mayGoOn(String code, Optional<String> state, Optional<Attempt> attempt) {
    return state.isPresent() ? isOwn(state.get(), attempt) : stateless && !code.isEmpty();
  }

  private boolean isOwn(String state, Optional<Attempt> attempt) {
    return attempt.filter(it -> attempts.matches(it, state)).isPresent();
  }

  /** What the cookie says from now on: that this code belongs to it. */
  public Attempt sealed(Attempt attempt, String code) {
    return attempts.sealed(attempt, code);
  }
}
