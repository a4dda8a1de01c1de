package dev.moim.accounts.login;

import dev.moim.accounts.person.Account;

/** Makes what goes with the requests of a login. */
@FunctionalInterface
public interface AccessTokens {

  String of(Account account, String session);
}
