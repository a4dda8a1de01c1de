package dev.moim.accounts.login;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Accounts;
import dev.moim.accounts.person.Session;
import dev.moim.accounts.person.TokenHash;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exchanges a refresh token for the next one, and an access token with it. One that was exchanged
 * before and comes again has been copied: then its login ends, for the thief and for its owner. But
 * two tabs that exchange it at the same moment are no thieves.
 */
public final class Reissue {

  /** How long after an exchange the same token may be exchanged again. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final Supplier<String> key;
  private final Clock clock;

  /**
   * @param key from which the successors of tokens follow
   */
  public Reissue(
      Accounts accounts,
      Sessions sessions,
      AccessTokens tokens,
      Supplier<String> key,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Two requests.
   *
   * @param cookie as the browser sent it
   */
  public LoggedIn run(Optional<String> cookie) {
    RefreshToken shown = cookie.flatMap(RefreshToken::parse).orElseThrow(Reissue::refusal);
    Account account = accounts.find(shown.userId()).orElseThrow(Reissue::refusal);
    Session session =
        Optional.ofNullable(account.sessions().get(shown.session()))
            .filter(it -> it.expiresAt().isAfter(clock.instant()))
            .orElseThrow(Reissue::refusal);
    RefreshToken next = shown.successor(key.get());
    if (session.current().matches(shown.hash())) {
      rotate(shown, session, next.hash());
    } else if (!session.previous().matches(shown.hash()) || isOver(session)) {
      sessions.close(shown.userId(), shown.session());
      throw refusal();
    }
    return new LoggedIn(account, next, tokens.of(account, shown.session()));
  }

  /** Should another tab have been faster, then by a moment, and with the same successor. */
  private void rotate(RefreshToken shown, Session session, TokenHash next) {
    Instant now = clock.instant();
    sessions.rotate(shown, session.current(), session.next(next, now, now.plus(OpenSession.LIFE)));
  }

  private boolean isOver(Session session) {
    return session.rotatedAt().plus(GRACE).isBefore(clock.instant());
  }

  private static DomainException refusal() {
    return new DomainException(AccountError.INVALID_REFRESH_TOKEN);
  }
}
