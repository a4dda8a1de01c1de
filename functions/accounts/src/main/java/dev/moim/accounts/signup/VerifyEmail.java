package dev.moim.accounts.signup;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Takes the code out of a mail, which makes an account of a sign-up. */
public final class VerifyEmail {

  private final SignUps signUps;
  private final Limits limits;

  public VerifyEmail(SignUps signUps, Limits limits) {
    this.signUps = signUps;
    this.limits = limits;
  }

  /**
   * @param code as it was typed
   * @param source address that the request came from: the codes cannot be guessed from one
   */
  public void run(Optional<String> code, String source) {
    // Before the limit, which refuses a rehearsal: so that is rehearsed, too.
    Optional<VerificationCode> typed = code.flatMap(VerificationCode::parse);
    // Every try is taken before it is looked at, so that many at once are bounded too.
    limits.take(Limit.VERIFY, source);
    if (typed.isEmpty() || signUps.verify(typed.get(), source).isEmpty()) {
      throw new DomainException(AccountError.INVALID_CODE);
    }
  }
}
