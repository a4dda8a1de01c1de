package dev.moim.accounts.profile;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;

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

  /** Adds a profile to an account that has none. One request; false if it has one or is gone. */
  boolean create(Account account, Profile profile);

  /** Writes profile, nickname and phone number, and frees those given up. One request. */
  Outcome change(Account before, Account after);
}
