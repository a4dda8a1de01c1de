package dev.moim.accounts.signup;

import dev.moim.accounts.person.Email;

/** Tells somebody the code that proves they read their mail. */
@FunctionalInterface
public interface CodeMail {

  /**
   * @throws dev.moim.shared.kernel.DomainException {@link
   *     dev.moim.accounts.AccountError#EMAIL_SEND_FAILED}
   */
  void send(Email to, VerificationCode code);
}
