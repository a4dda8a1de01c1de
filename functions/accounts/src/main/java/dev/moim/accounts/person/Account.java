package dev.moim.accounts.person;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account.
 *
 * @param profile null until they have made one
 * @param picture where their picture is; null for none
 * @param sessions logins that stand, by their ids
 * @param kakao with which they log in at Kakao; null if they do not
 */
public record Account(
    long id,
    Names names,
    @Nullable Profile profile,
    @Nullable String picture,
    Instant createdAt,
    Map<String, Session> sessions,
    @Nullable KakaoId kakao) {

  public Account {
    sessions = Map.copyOf(sessions);
  }

  /** The same with another profile and picture. */
  public Account telling(Profile newProfile, @Nullable String newPicture) {
    return new Account(id, names, newProfile, newPicture, createdAt, sessions, kakao);
  }

  public Account named(Names newNames) {
    return new Account(id, newNames, profile, picture, createdAt, sessions, kakao);
  }
}
