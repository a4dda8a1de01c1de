package dev.moim.studies.identity;

import dev.moim.groups.jwt.UserTokens;
import dev.moim.lambda.HttpRequest;
import dev.moim.studies.Callers;
import dev.moim.studies.User;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that proves who somebody is: the front end's session cookie, an access token of ours,
 * and, where a socket is opened, a ticket.
 */
public final class Identities implements Callers {

  private final SessionCookies sessions;
  private final UserTokens tokens;

  public Identities(SessionCookies sessions, UserTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /**
   * A token that is wrong is a mistake and not its absence: the cookie does not stand in for it.
   */
  @Override
  public Optional<User> find(HttpRequest request) {
    Optional<String> token = request.bearer();
    return token.isPresent() ? token.flatMap(this::ofAccess) : ofCookies(request.cookies());
  }

  public Optional<User> ofCookies(Map<String, String> cookies) {
    return sessions.find(cookies);
  }

  public Optional<User> ofAccess(String token) {
    return tokens.ofAccess(token).flatMap(Users::of);
  }

  /** Where a socket is opened either will do: clients have one field for both. */
  public Optional<User> ofTicketOrAccess(String token) {
    return tokens.ofTicket(token).or(() -> tokens.ofAccess(token)).flatMap(Users::of);
  }

  public String ticket(User user) {
    return tokens.ticket(new UserTokens.Bearer(user.id(), user.name(), user.avatar()));
  }
}
