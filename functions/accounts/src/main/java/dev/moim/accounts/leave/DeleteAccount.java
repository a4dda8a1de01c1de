package dev.moim.accounts.leave;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.profile.KeptPictures;
import dev.moim.shared.kernel.DomainException;

/** Forgets somebody who wants to be forgotten. */
public final class DeleteAccount {

  private final Departures departures;
  private final KeptPictures pictures;

  public DeleteAccount(Departures departures, KeptPictures pictures) {
    this.departures = departures;
    this.pictures = pictures;
  }

  /** Pictures go first: as long as the account is there, its owner can ask for it again. */
  public void run(Account account) {
    pictures.dropAll(account.id());
    if (!departures.delete(account)) {
      throw new DomainException(AccountError.CHANGED_MEANWHILE);
    }
  }
}
