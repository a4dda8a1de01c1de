package dev.moim.accounts.profile;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Profile;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Lets somebody tell about themselves for the first time. */
public final class CreateProfile {

  private final Profiles profiles;
  private final KeptPictures pictures;

  public CreateProfile(Profiles profiles, KeptPictures pictures) {
    this.profiles = profiles;
    this.pictures = pictures;
  }

  /**
   * @param sent a picture
   * @return the account with its profile
   */
  public Account run(Account account, Profile profile, SentPicture sent) {
    if (account.profile() != null) {
      throw new DomainException(AccountError.PROFILE_EXISTS);
    }
    Optional<String> picture = pictures.keep(account.id(), sent);
    Account after = account.telling(profile, picture.orElse(null));
    if (!profiles.create(after)) {
      pictures.drop(after.picture());
      throw new DomainException(AccountError.PROFILE_EXISTS);
    }
    return after;
  }
}
