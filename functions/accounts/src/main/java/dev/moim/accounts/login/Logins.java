package dev.moim.accounts.login;

import dev.moim.accounts.person.Email;
import java.time.Duration;
import java.util.Optional;

/** What is known of a mail address before a password has been looked at. */
public interface Logins {

  /**
   * Who has an address.
   *
   * @param password its hash; nothing if they log in elsewhere and never chose one
   */
  record Holder(long userId, Optional<String> password, boolean verified) {}

  /**
   * @param holder nobody if the address is nobody's
   * @param rest how long no password is looked at, after too many wrong ones
   */
  record Known(Optional<Holder> holder, Optional<Duration> rest) {}

  /**
   * One request.
   *
   * @param source address that the request came from
   */
  Known find(Email email, String source);

  /** Counts a wrong password. One request. */
  void failed(Email email, String source);

  /** Keeps the same password under another hash. One request. */
  void rehash(Email email, Holder holder, String newHash);
}
