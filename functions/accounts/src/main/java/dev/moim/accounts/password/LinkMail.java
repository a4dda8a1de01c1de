package dev.moim.accounts.password;

import dev.moim.accounts.person.Email;

/** Sends somebody the link with which they choose a new password. */
@FunctionalInterface
public interface LinkMail {

  /**
   * @throws dev.moim.shared.kernel.DomainException {@link
   *     dev.moim.accounts.AccountError#EMAIL_SEND_FAILED}
   */
  void send(Email to, PasswordLink link);
}
