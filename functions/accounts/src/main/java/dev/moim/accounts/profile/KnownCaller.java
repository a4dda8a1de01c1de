package dev.moim.accounts.profile;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Accounts;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;

/** The account of whoever sends a request. Its login must still stand, for here that is known. */
public final class KnownCaller {

  private final Accounts accounts;

  public KnownCaller(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * One request.
   *
   * @param session of the access token
   */
  public Account read(long userId, String session) {
    Account account =
        accounts.find(userId).orElseThrow(() -> new DomainException(AccountError.USER_NOT_FOUND));
    if (!account.sessions().containsKey(session)) {
      throw new DomainException(PeopleError.INVALID_TOKEN);
    }
    return account;
  }

  /** The same of somebody with a profile. */
  public Account profiled(long userId, String session) {
    Account account = read(userId, session);
    if (account.profile() == null) {
      throw new DomainException(PeopleError.PROFILE_REQUIRED);
    }
    return account;
  }
}
