package dev.moim.shared.groups.jwt;

import dev.moim.shared.wire.jwt.Hs256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a user shows to prove who they are: an access token with every request, or a ticket, which
 * opens a socket and nothing else. Their audiences keep them apart from each other and from every
 * other token signed with the same secret.
 */
public final class UserTokens {

  /** Long enough to open a socket with; it stands in an address, which proxies may log. */
  public static final Duration TICKET_LIFE = Duration.ofSeconds(60);

  private static final String ISSUER = "moim";
  private static final String ACCESS = "moim-access";
  private static final String TICKET = "moim-ticket";

  private final Supplier<String> secret;
  private final Clock clock;

  public UserTokens(Supplier<String> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * Who a token was made for.
   *
   * @param name shown to others; may be empty
   * @param avatar a picture's address
   */
  public record Bearer(String id, String name, @Nullable String avatar) {

    /** One of whom only the id is known yet. */
    public static Bearer of(String id) {
      return new Bearer(id, "", null);
    }

    public Bearer named(String other) {
      return new Bearer(id, other, avatar);
    }

    public Bearer pictured(@Nullable String address) {
      return new Bearer(id, name, address);
    }
  }

  public String access(Bearer bearer, Duration life) {
    return issue(bearer, ACCESS, life);
  }

  /** Valid for {@link #TICKET_LIFE}. */
  public String ticket(Bearer bearer) {
    return issue(bearer, TICKET, TICKET_LIFE);
  }

  /** Whose access token this is; empty unless it is genuine and valid now. */
  public Optional<Bearer> ofAccess(String token) {
    return bearer(token, ACCESS);
  }

  /** Whose ticket this is; empty unless it is genuine and valid now. */
  public Optional<Bearer> ofTicket(String token) {
    return bearer(token, TICKET);
  }

  private String issue(Bearer bearer, String audience, Duration life) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", audience);
    claims.put("sub", bearer.id());
    claims.put("name", bearer.name());
    if (bearer.avatar() != null) {
      claims.put("picture", bearer.avatar());
    }
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    return Hs256.sign(claims, secret.get());
  }

  private Optional<Bearer> bearer(String token, String audience) {
    return Hs256.verify(token, secret.get(), clock.instant())
        .filter(claims -> ISSUER.equals(claims.get("iss")) && audience.equals(claims.get("aud")))
        .flatMap(UserTokens::bearer);
  }

  private static Optional<Bearer> bearer(Map<String, @Nullable Object> claims) {
    if (!(claims.get("sub") instanceof String id)) {
      return Optional.empty();
    }
    String name = claims.get("name") instanceof String text ? text : "";
    String avatar = claims.get("picture") instanceof String address ? address : null;
    return Optional.of(Bearer.of(id).named(name).pictured(avatar));
  }
}
