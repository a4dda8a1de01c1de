package dev.moim.studies.identity.nextauth;

import dev.moim.studies.identity.Identity;
import dev.moim.studies.identity.Sessions;
import dev.moim.studies.identity.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The session cookies of NextAuth 4 and Auth.js 5: encrypted claims, under a name that tells
 * whether the site is on https, and in several cookies {@code .0}, {@code .1} … where one would be
 * too long.
 */
public final class SessionCookies implements Sessions {

  /** Those of https first: a page that has both shows the others to any network. */
  private static final List<String> NAMES =
      List.of(
          "__Secure-next-auth.session-token",
          "__Secure-authjs.session-token",
          "next-auth.session-token",
          "authjs.session-token");

  /** How far the clocks of two machines may differ; both libraries allow as much. */
  private static final Duration LEEWAY = Duration.ofSeconds(15);

  private final Optional<Supplier<String>> secret;
  private final Clock clock;

  /**
   * @param secret what the front end has as {@code NEXTAUTH_SECRET} or {@code AUTH_SECRET}; without
   *     it no cookie is believed
   */
  public SessionCookies(Optional<Supplier<String>> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * @param cookies their values by their names
   * @return {@link Identity#none} if none of them is a session's; of several the first genuine one
   */
  @Override
  public Identity find(Map<String, String> cookies) {
    Identity found = Identity.none();
    for (String name : NAMES) {
      for (String token : tokens(cookies, name)) {
        var claims = read(new SessionToken(name, token));
        if (claims.isPresent()) {
          return Users.ofSession(claims.get());
        }
        found = Identity.failed();
      }
    }
    return found;
  }

  private Optional<Map<String, @Nullable Object>> read(SessionToken token) {
    return secret.flatMap(key -> token.decrypt(key.get())).filter(this::current);
  }

  /** A token without an end would be valid for ever; neither library makes one. */
  private boolean current(Map<String, @Nullable Object> claims) {
    return claims.get("exp") instanceof Number end
        && clock.instant().minus(LEEWAY).getEpochSecond() < end.longValue();
  }

  /** One that is whole, and one in pieces: a browser may still hold the other form's remains. */
  private static List<String> tokens(Map<String, String> cookies, String name) {
    List<String> tokens = new ArrayList<>();
    String whole = cookies.get(name);
    if (whole != null) {
      tokens.add(whole);
    }
    StringBuilder joined = new StringBuilder();
    int pieces = 0;
    for (String piece = cookies.get(name + ".0");
        piece != null;
        piece = cookies.get(name + "." + ++pieces)) {
      joined.append(piece);
    }
    if (pieces > 0) {
      tokens.add(joined.toString());
    }
    return tokens;
  }
}
