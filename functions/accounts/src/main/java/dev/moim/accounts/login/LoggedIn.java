package dev.moim.accounts.login;

import dev.moim.accounts.person.Account;

/**
 * What somebody gets who has proved who they are.
 *
 * @param refresh for the cookie
 * @param access goes with requests
 */
public record LoggedIn(Account account, RefreshToken refresh, String access) {

  public long userId() {
    return account.id();
  }

  /** Nothing: records end up in logs. */
  @Override
  public String toString() {
    return "LoggedIn";
  }
}
