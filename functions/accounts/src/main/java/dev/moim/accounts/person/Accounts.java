package dev.moim.accounts.person;

import java.util.Optional;

/** The accounts of people who have proved to read their mail. */
public interface Accounts {

  /** One request; the answer is the latest. */
  Optional<Account> find(long id);
}
