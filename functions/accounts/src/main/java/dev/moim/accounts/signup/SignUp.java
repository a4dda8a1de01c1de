package dev.moim.accounts.signup;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.people.PersonIds;

/** Makes an account, and mails a code to the address it gives. */
public final class SignUp {

  /** Of a million codes some are waited for, and of ids two may be drawn in one millisecond. */
  private static final int DRAWS = 5;

  private final SignUps signUps;
  private final Passwords passwords;
  private final PersonIds ids;
  private final CodeMail mail;

  public SignUp(SignUps signUps, Passwords passwords, PersonIds ids, CodeMail mail) {
    this.signUps = signUps;
    this.passwords = passwords;
    this.ids = ids;
    this.mail = mail;
  }

  /**
   * @param source address that the request came from
   */
  public void run(Names names, Password password, String source) {
    String hash = passwords.hash(password);
    for (int draw = 0; draw < DRAWS; draw++) {
      NewAccount wanted = new NewAccount(ids.next(), names, hash);
      VerificationCode code = VerificationCode.random();
      switch (signUps.create(wanted, code, source)) {
        case DONE -> {
          mail.send(names.email(), code);
          return;
        }
        case EMAIL_TAKEN -> throw new DomainException(AccountError.DUPLICATE_EMAIL);
        case NICKNAME_TAKEN -> throw new DomainException(AccountError.DUPLICATE_NICKNAME);
        case PHONE_TAKEN -> throw new DomainException(AccountError.DUPLICATE_PHONE);
        case TOO_MANY -> throw Limits.tooMany(Limit.SIGN_UP.window());
        case DRAWN_TWICE -> {}
      }
    }
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }
}
