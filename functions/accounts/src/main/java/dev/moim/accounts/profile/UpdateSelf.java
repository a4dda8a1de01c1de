package dev.moim.accounts.profile;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;

/** Changes what somebody has told about themselves, their nickname and phone number included. */
public final class UpdateSelf {

  private final Profiles profiles;

  public UpdateSelf(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * @param before an account with a profile
   */
  public void run(Account before, Change change) {
    Profile profile = before.profile();
    if (profile == null) {
      throw new DomainException(PeopleError.PROFILE_REQUIRED);
    }
    Account after =
        new Account(
            before.id(),
            change.names(before),
            change.profile(profile),
            before.picture(),
            before.createdAt(),
            before.sessions());
    switch (profiles.change(before, after)) {
      case DONE -> {}
      case NICKNAME_TAKEN -> throw new DomainException(AccountError.DUPLICATE_NICKNAME);
      case PHONE_TAKEN -> throw new DomainException(AccountError.DUPLICATE_PHONE);
      case OUTDATED -> throw new DomainException(AccountError.CHANGED_MEANWHILE);
    }
  }
}
