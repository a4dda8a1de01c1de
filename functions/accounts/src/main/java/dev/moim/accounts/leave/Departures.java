package dev.moim.accounts.leave;

import dev.moim.accounts.person.Account;

/** Takes accounts away. */
@FunctionalInterface
public interface Departures {

  /**
   * Deletes an account with all its names, and leaves word for other families that this person is
   * gone: all of it or nothing. One request.
   *
   * @return false if the account is not what the caller saw, or no more
   */
  boolean delete(Account account);
}
