package dev.moim.accounts.social;

import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import dev.moim.accounts.person.Names;
import java.util.Optional;

/** Which account belongs to whom at Kakao. */
public interface KakaoAccounts {

  /** What became of a new account. */
  enum Outcome {
    DONE,
    /** The same person has one now: two requests of theirs came at once. */
    KAKAO_TAKEN,
    NICKNAME_TAKEN,
    EMAIL_TAKEN,
    /** Another account has the number that was drawn. */
    DRAWN_TWICE
  }

  /** One request. */
  Optional<Long> find(KakaoId id);

  /**
   * Gives the account with this address to somebody who has proved at Kakao to read its mail. Two
   * requests, one if nobody has the address.
   *
   * @return whose it is; nothing if there is none, its own address was never verified, or it
   *     belongs to somebody else at Kakao
   */
  Optional<Long> join(KakaoId id, Email email);

  /** All of it or nothing. One request. */
  Outcome create(long userId, KakaoId id, Names names);
}
