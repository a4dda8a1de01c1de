package dev.moim.accounts.signup;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.accounts.signup.SignUps.Outcome;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.people.PersonIds;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes an account, and mails a code to the address it gives. Whoever signs up again with the same
 * words before the code came back has not got the mail, and is sent another.
 */
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
    Outcome outcome =
        draw(names, code -> signUps.create(new NewAccount(ids.next(), names, hash), code, source));
    if (outcome == Outcome.EMAIL_TAKEN) {
      Optional<NewAccount> same = same(names, password);
      outcome =
          same.map(it -> draw(names, code -> signUps.remind(it, code, source))).orElse(outcome);
    }
    switch (outcome) {
      case DONE -> {}
      case EMAIL_TAKEN -> throw new DomainException(AccountError.DUPLICATE_EMAIL);
      case NICKNAME_TAKEN -> throw new DomainException(AccountError.DUPLICATE_NICKNAME);
      case PHONE_TAKEN -> throw new DomainException(AccountError.DUPLICATE_PHONE);
      case TOO_MANY -> throw Limits.tooMany(Limit.SIGN_UP.window());
      case DRAWN_TWICE -> throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
    }
  }

  /** Mails the first code that nobody else waits for. */
  private Outcome draw(Names names, Function<VerificationCode, Outcome> attempt) {
    Outcome outcome = Outcome.DRAWN_TWICE;
    for (int draw = 0; draw < DRAWS && outcome == Outcome.DRAWN_TWICE; draw++) {
      VerificationCode code = VerificationCode.random();
      outcome = attempt.apply(code);
      if (outcome == Outcome.DONE) {
        mail.send(addressOf(names), code);
      }
    }
    return outcome;
  }

  private static Email addressOf(Names names) {
    return Objects.requireNonNull(names.email(), "the form asks for one");
  }

  private Optional<NewAccount> same(Names names, Password password) {
    return signUps
        .waiting(addressOf(names))
        .filter(earlier -> earlier.names().equals(names))
        .filter(earlier -> passwords.matches(password, earlier.password()));
  }
}
