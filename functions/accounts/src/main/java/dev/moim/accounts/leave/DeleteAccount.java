package dev.moim.accounts.leave;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.shared.kernel.DomainException;

/** Forgets somebody who wants to be forgotten. */
public final class DeleteAccount {

  private final Departures departures;

  public DeleteAccount(Departures departures) {
    this.departures = departures;
  }

  public void run(Account account) {
    if (!departures.delete(account)) {
      throw new DomainException(AccountError.CHANGED_MEANWHILE);
    }
  }
}
