package dev.moim.studies.identity;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.studies.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that proves who somebody is: the front end's session cookie, an access token of ours,
 * and, where a socket is opened, a ticket. A token that is wrong is a mistake and not its absence:
 * the cookie does not stand in for it.
 */
public final class Identities {

  /** Where clients put a token, whichever it is: they have one field for both. */
  private static final List<String> FIELDS = List.of("token", "ticket");

  private final Sessions sessions;
  private final UserTokens tokens;

  public Identities(Sessions sessions, UserTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** Of whoever sends a request. */
  public Identity ofRequest(Credentials shown) {
    return shown
        .bearer()
        .map(token -> tokens.ofAccess(token).map(Users::of).orElse(Identity.failed()))
        .orElseGet(() -> sessions.find(shown.cookies()));
  }

  /** Of whoever opens a socket, by the request that does: its token may be a ticket. */
  public Identity ofUpgrade(Credentials shown) {
    return provable(
        () -> shown.bearer().map(this::ofToken).orElseGet(() -> sessions.find(shown.cookies())));
  }

  /**
   * Of whoever sends Socket.IO's {@code auth}.
   *
   * @param auth {@code {token | ticket, userId}}, all optional; the user id proves nothing and must
   *     fit what does
   * @param upgrade what was known before
   */
  public Identity ofAuth(Map<String, ? extends @Nullable Object> auth, Identity upgrade) {
    Identity proven = provable(() -> token(auth).map(this::ofToken).orElse(upgrade));
    String claimed = text(auth, "userId");
    boolean contradicts =
        !claimed.isEmpty() && proven.known().filter(user -> !user.id().equals(claimed)).isPresent();
    return contradicts ? Identity.failed() : proven;
  }

  public String ticket(User user) {
    return tokens.ticket(
        UserTokens.Bearer.of(user.id()).named(user.name()).pictured(user.avatar()));
  }

  /** A socket is told why it is not let in, where a request just fails. */
  private static Identity provable(Supplier<Identity> proof) {
    try {
      return proof.get();
    } catch (DomainException unavailable) {
      return Identity.unprovable();
    }
  }

  private Identity ofToken(String token) {
    return tokens
        .ofTicket(token)
        .or(() -> tokens.ofAccess(token))
        .map(Users::of)
        .orElse(Identity.failed());
  }

  /** The token among the fields of an address or of Socket.IO's {@code auth}. */
  public static Optional<String> token(Map<String, ? extends @Nullable Object> fields) {
    return FIELDS.stream()
        .map(field -> text(fields, field))
        .filter(token -> !token.isEmpty())
        .findFirst();
  }

  private static String text(Map<String, ? extends @Nullable Object> fields, String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}
