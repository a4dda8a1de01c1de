package dev.moim.accounts.login;

/**
 * What somebody gets who has proved who they are.
 *
 * @param refresh for the cookie
 * @param access goes with requests
 */
public record LoggedIn(long userId, RefreshToken refresh, String access) {

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "LoggedIn";
  }
}
