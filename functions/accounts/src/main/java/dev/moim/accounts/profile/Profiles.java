package dev.moim.accounts.profile;

import dev.moim.accounts.person.Account;

/** Writes what people tell about themselves. */
public interface Profiles {

  /** What became of a change. */
  enum Outcome {
    DONE,
    NICKNAME_TAKEN,
    PHONE_TAKEN,
    /** The account is not what the caller saw, or no more. */
    OUTDATED
  }

  /**
   * Adds profile and picture to an account that has none. One request; false if it has one or is
   * gone.
   */
  boolean create(Account after);

  /** Writes profile, picture, nickname and phone number, and frees those given up. One request. */
  Outcome change(Account before, Account after);
}
