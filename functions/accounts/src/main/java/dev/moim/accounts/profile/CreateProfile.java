package dev.moim.accounts.profile;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;
import dev.moim.shared.kernel.DomainException;

/** Lets somebody tell about themselves for the first time. */
public final class CreateProfile {

  private final Profiles profiles;

  public CreateProfile(Profiles profiles) {
    this.profiles = profiles;
  }

  public Profile run(Account account, Profile profile) {
    if (account.profile() != null || !profiles.create(account, profile)) {
      throw new DomainException(AccountError.PROFILE_EXISTS);
    }
    return profile;
  }
}
