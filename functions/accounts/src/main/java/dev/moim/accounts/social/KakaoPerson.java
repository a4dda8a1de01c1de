package dev.moim.accounts.social;

import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.KakaoId;
import java.util.Optional;

/**
 * Somebody as Kakao knows them.
 *
 * @param nickname any text, or none
 * @param email of which Kakao says that it is theirs; nothing if they keep it to themselves
 */
public record KakaoPerson(KakaoId id, String nickname, Optional<Email> email) {

  KakaoPerson withoutEmail() {
    return new KakaoPerson(id, nickname, Optional.empty());
  }
}
