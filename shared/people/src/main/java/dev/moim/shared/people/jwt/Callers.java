package dev.moim.shared.people.jwt;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.people.PersonIds;
import dev.moim.shared.people.jwt.UserTokens.Shown;
import java.util.Optional;

/** Finds out whose access token a request shows. Not a single request is made for it. */
public final class Callers {

  private final UserTokens tokens;

  public Callers(UserTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Somebody with an account.
   *
   * @param session of the login, by which accounts know whether it still stands
   */
  public record Caller(long id, String session) {}

  /**
   * @throws DomainException a {@link PeopleError}
   */
  public Caller of(Optional<String> token) {
    return switch (tokens.shown(token.orElseThrow(() -> refusal(PeopleError.NO_TOKEN)))) {
      case Shown.Valid(var bearer, String session) -> caller(bearer.id(), session);
      case Shown.Expired() -> throw refusal(PeopleError.EXPIRED_TOKEN);
      case Shown.Invalid() -> throw refusal(PeopleError.INVALID_TOKEN);
    };
  }

  /** Other issuers' users have ids that are no numbers, and no account here. */
  private static Caller caller(String subject, String session) {
    long id = PersonIds.parse(subject);
    if (id == 0) {
      throw refusal(PeopleError.INVALID_TOKEN);
    }
    return new Caller(id, session);
  }

  private static DomainException refusal(PeopleError error) {
    return new DomainException(error);
  }
}
