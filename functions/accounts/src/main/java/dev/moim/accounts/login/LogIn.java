package dev.moim.accounts.login;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.login.Logins.Holder;
import dev.moim.accounts.login.Logins.Known;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Lets somebody in who knows their password. */
public final class LogIn {

  private final Logins logins;
  private final Passwords passwords;
  private final OpenSession sessions;

  public LogIn(Logins logins, Passwords passwords, OpenSession sessions) {
    this.logins = logins;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * As long for an address that nobody has as for a wrong password: a hash and two requests.
   *
   * @param source address that the request came from
   */
  public LoggedIn run(Email email, Password password, String source) {
    Known known = logins.find(email, source);
    known
        .rest()
        .ifPresent(wait -> {
          throw Limits.tooMany(wait);
        });
    if (known.holder().isEmpty()) {
      passwords.pretend(password);
      logins.failed(email, source);
      throw new DomainException(AccountError.NOT_REGISTERED);
    }
    Holder holder = known.holder().get();
    if (!matches(password, holder.password())) {
      logins.failed(email, source);
      throw new DomainException(AccountError.WRONG_PASSWORD);
    }
    if (!holder.verified()) {
      throw new DomainException(AccountError.NOT_VERIFIED);
    }
    if (holder.password().filter(passwords::isOutdated).isPresent()) {
      logins.rehash(email, holder, passwords.hash(password));
    }
    return sessions
        .run(holder.userId())
        .orElseThrow(() -> new DomainException(AccountError.NOT_REGISTERED));
  }

  private boolean matches(Password password, Optional<String> hash) {
    if (hash.isEmpty()) {
      passwords.pretend(password);
      return false;
    }
    return passwords.matches(password, hash.get());
  }
}
