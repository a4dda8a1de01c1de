package dev.moim.accounts.password;

import dev.moim.accounts.person.Email;
import java.time.Instant;
import java.util.Optional;

/** Links that were mailed: of each account the latest, until it is used or too old. */
public interface PasswordLinks {

  /** Who has proved to read mail at this address. One request. */
  Optional<Long> holderOf(Email email);

  /** Replaces the link that was mailed before. One request; false if the account is gone. */
  boolean put(PasswordLink link, Instant expiresAt);

  /**
   * Uses a link up: the password is another one, and every login ends. Two requests.
   *
   * @param newPassword its hash
   * @return false if the link was never mailed, was replaced or used, or is too old
   */
  boolean use(PasswordLink link, String newPassword);
}
