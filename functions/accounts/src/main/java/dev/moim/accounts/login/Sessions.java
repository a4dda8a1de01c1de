package dev.moim.accounts.login;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Session;
import dev.moim.accounts.person.TokenHash;
import java.util.Optional;

/** Logins that stand. They are part of their account, and end with it. */
public interface Sessions {

  /** How many somebody may have; the one that ends first makes room for another. */
  int MOST = 10;

  /**
   * Adds one. One request, two more when somebody has {@link #MOST}.
   *
   * @return whose it is; nothing if the account is gone
   */
  Optional<Account> open(long userId, String session, Session begun);

  /**
   * Exchanges its token. One request.
   *
   * @param seen the token that was current when the session was read
   * @return whether it still was
   */
  boolean rotate(RefreshToken of, TokenHash seen, Session next);

  /** Ends one. One request; false if there was none. */
  boolean close(long userId, String session);
}
