package dev.moim.accounts.leave;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.profile.KeptPictures;
import dev.moim.accounts.social.Kakao;
import dev.moim.shared.kernel.DomainException;
import java.util.function.Supplier;

/** Forgets somebody who wants to be forgotten. */
public final class DeleteAccount {

  private final Departures departures;
  private final KeptPictures pictures;
  private final Supplier<Kakao> kakao;

  /**
   * @param kakao asked for only if somebody came from there
   */
  public DeleteAccount(Departures departures, KeptPictures pictures, Supplier<Kakao> kakao) {
    this.departures = departures;
    this.pictures = pictures;
    this.kakao = kakao;
  }

  /**
   * What is elsewhere goes first: as long as the account is there, its owner can ask for it again.
   */
  public void run(Account account) {
    if (account.kakao() != null) {
      kakao.get().unlink(account.kakao());
    }
    pictures.dropAll(account.id());
    if (!departures.delete(account)) {
      throw new DomainException(AccountError.CHANGED_MEANWHILE);
    }
  }
}
