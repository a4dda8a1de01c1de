package dev.moim.accounts.signup;

import dev.moim.accounts.person.Email;
import java.util.Optional;

/** Accounts on their way: they hold their names for a day, and then nobody knows of them. */
public interface SignUps {

  /** What became of one. */
  enum Outcome {
    DONE,
    EMAIL_TAKEN,
    NICKNAME_TAKEN,
    PHONE_TAKEN,
    /** Another sign-up waits for the same code, or has the same id: draw others. */
    DRAWN_TWICE,
    /** Too many from one address. */
    TOO_MANY
  }

  /**
   * Claims all names, or none. One transaction.
   *
   * @param source address that the request came from
   */
  Outcome create(NewAccount wanted, VerificationCode code, String source);

  /** Who has signed up with this address and not verified it yet. Two requests. */
  Optional<NewAccount> waiting(Email email);

  /** Lets another code stand for them, beside the ones before. One transaction. */
  Outcome remind(NewAccount waiting, VerificationCode code, String source);

  /**
   * Ends the waiting of whoever got this code by mail, and gives the try that was taken for it
   * back; a second time the code is worth nothing. Two requests.
   *
   * @param source address that the request came from
   * @return the account's id, or nothing if no sign-up waits for the code
   */
  Optional<Long> verify(VerificationCode code, String source);
}
