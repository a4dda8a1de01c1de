package dev.moim.accounts.letter;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.password.LinkMail;
import dev.moim.accounts.password.PasswordLink;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.signup.CodeMail;
import dev.moim.accounts.signup.VerificationCode;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.mail.MailException;
import dev.moim.shared.mail.Mailer;
import dev.moim.shared.mail.Message;

/** Writes the letters of this family, in the language of whoever gets them. */
public final class Letters {

  private final Mailer mailer;
  private final String passwordPage;

  /**
   * @param passwordPage address of the page on which people choose a new password; it gets the
   *     link's token in the query
   */
  public Letters(Mailer mailer, String passwordPage) {
    this.mailer = mailer;
    this.passwordPage = passwordPage;
  }

  public CodeMail codes(Language language) {
    return (to, code) -> send(to, "code", language, value(code));
  }

  public LinkMail links(Language language) {
    return (to, link) -> send(to, "link", language, address(link));
  }

  private static String value(VerificationCode code) {
    return code.digits();
  }

  /** Nothing in a token needs to be escaped. */
  private String address(PasswordLink link) {
    return passwordPage + (passwordPage.contains("?") ? "&" : "?") + "token=" + link.text();
  }

  private void send(Email to, String letter, Language language, String value) {
    try {
      mailer.send(new Message(to.text(), Template.read(letter, language).filled(value)));
    } catch (MailException unsent) {
      throw new DomainException(AccountError.EMAIL_SEND_FAILED);
    }
  }
}
