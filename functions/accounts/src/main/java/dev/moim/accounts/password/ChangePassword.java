package dev.moim.accounts.password;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Gives somebody who has the link of a mail another password, and ends every login of theirs. */
public final class ChangePassword {

  private final PasswordLinks links;
  private final Passwords passwords;

  public ChangePassword(PasswordLinks links, Passwords passwords) {
    this.links = links;
    this.passwords = passwords;
  }

  /**
   * @param token of the link, as the client sent it
   */
  public void run(String token, Password newPassword) {
    Optional<PasswordLink> link = PasswordLink.parse(token);
    if (link.isEmpty() || !links.use(link.get(), passwords.hash(newPassword))) {
      throw new DomainException(AccountError.INVALID_LINK);
    }
  }
}
