package dev.moim.accounts.profile;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Changes what somebody has told about themselves, their nickname and phone number included. */
public final class UpdateSelf {

  private final Profiles profiles;
  private final KeptPictures pictures;

  public UpdateSelf(Profiles profiles, KeptPictures pictures) {
    this.profiles = profiles;
    this.pictures = pictures;
  }

  /**
   * @param before an account with a profile
   * @param sent another picture
   */
  public void run(Account before, Change change, SentPicture sent) {
    Optional<String> picture = pictures.keep(before.id(), sent);
    Account after =
        before
            .named(change.names(before))
            .telling(change.profile(), picture.orElse(before.picture()));
    Profiles.Outcome outcome = profiles.change(before, after);
    boolean done = outcome == Profiles.Outcome.DONE;
    if (picture.isPresent()) {
      pictures.drop(done ? before.picture() : after.picture());
    }
    if (!done) {
      throw new DomainException(refusal(outcome));
    }
  }

  private static AccountError refusal(Profiles.Outcome outcome) {
    return switch (outcome) {
      case NICKNAME_TAKEN -> AccountError.DUPLICATE_NICKNAME;
      case PHONE_TAKEN -> AccountError.DUPLICATE_PHONE;
      default -> AccountError.CHANGED_MEANWHILE;
    };
  }
}
