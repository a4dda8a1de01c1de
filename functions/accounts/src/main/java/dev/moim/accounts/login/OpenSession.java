package dev.moim.accounts.login;

import dev.moim.accounts.person.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Begins a login of somebody who has proved who they are. */
public final class OpenSession {

  /** How long a login lasts that nobody uses. */
  public static final Duration LIFE = Duration.ofDays(7);

  private final Sessions sessions;
  private final AccessTokens tokens;
  private final Clock clock;

  public OpenSession(Sessions sessions, AccessTokens tokens, Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** One request; nothing if the account is gone. */
  public Optional<LoggedIn> run(long userId) {
    RefreshToken first = RefreshToken.first(userId);
    Instant now = clock.instant();
    return sessions
        .open(userId, first.session(), Session.begun(first.hash(), now, now.plus(LIFE)))
        .map(account -> new LoggedIn(account, first, tokens.of(account, first.session())));
  }
}
