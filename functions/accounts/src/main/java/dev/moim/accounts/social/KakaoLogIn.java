package dev.moim.accounts.social;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.login.LoggedIn;
import dev.moim.accounts.login.OpenSession;
import dev.moim.accounts.person.Names;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.people.PersonIds;
import java.util.Optional;

/** Lets somebody in whom Kakao knows; who comes for the first time gets an account. */
public final class KakaoLogIn {

  /** Names and numbers that are drawn may be taken. */
  private static final int DRAWS = 8;

  /**
   * What it works with.
   *
   * @param stateless as in {@link ReturnFromKakao}
   */
  public record Parts(
      Kakao kakao, KakaoAccounts accounts, Attempts attempts, Limits limits, boolean stateless) {}

  private final Parts parts;
  private final PersonIds ids;
  private final OpenSession sessions;

  public KakaoLogIn(Parts parts, PersonIds ids, OpenSession sessions) {
    this.parts = parts;
    this.ids = ids;
    this.sessions = sessions;
  }

  /**
   * Three requests of ours and two to Kakao; the first time up to three more.
   *
   * @param code as the client sent it
   * @param attempt of the browser's cookie
   * @param source address that the request came from
   */
  public LoggedIn run(String code, Optional<Attempt> attempt, String source) {
    // Before the limit, which refuses a rehearsal: so that is rehearsed, too.
    boolean brought = attempt.filter(it -> parts.attempts().hasBrought(it, code)).isPresent();
    parts.limits().take(Limit.KAKAO, source);
    if (!brought && !(parts.stateless() && attempt.isEmpty())) {
      throw new DomainException(AccountError.INVALID_KAKAO_CODE);
    }
    KakaoPerson person = parts.kakao().who(code, attempt.map(parts.attempts()::verifier));
    long userId = parts.accounts().find(person.id()).orElseGet(() -> welcome(person));
    return sessions
        .run(userId)
        .orElseThrow(() -> new DomainException(AccountError.CHANGED_MEANWHILE));
  }

  private long welcome(KakaoPerson person) {
    return person
        .email()
        .flatMap(email -> parts.accounts().join(person.id(), email))
        .orElseGet(() -> create(person));
  }

  /** An address that somebody else has is left to them. */
  private long create(KakaoPerson person) {
    FirstNickname nickname = new FirstNickname(person.nickname());
    KakaoPerson wanted = person;
    int names = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      long userId = ids.next();
      Names drawn = new Names(wanted.email().orElse(null), nickname.draw(names), null);
      switch (parts.accounts().create(userId, wanted.id(), drawn)) {
        case DONE -> {
          return userId;
        }
        case KAKAO_TAKEN -> {
          return parts
              .accounts()
              .find(wanted.id())
              .orElseThrow(() -> new DomainException(AccountError.CHANGED_MEANWHILE));
        }
        case EMAIL_TAKEN -> wanted = wanted.withoutEmail();
        case NICKNAME_TAKEN -> names++;
        case DRAWN_TWICE -> {}
      }
    }
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }
}
