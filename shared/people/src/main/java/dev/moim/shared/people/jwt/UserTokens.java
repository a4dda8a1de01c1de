package dev.moim.shared.people.jwt;

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

  /** How long an access token is good for, and with it a revoked session where nobody looks. */
  public static final Duration ACCESS_LIFE = Duration.ofMinutes(30);

  /** Long enough to open a socket with; it stands in an address, which proxies may log. */
  public static final Duration TICKET_LIFE = Duration.ofSeconds(60);

  private static final String ISSUER = "moim";
  private static final String ACCESS = "moim-access";
  private static final String TICKET = "moim-ticket";
  private static final String SESSION = "sid";

  /** Ours have some hundred characters; what is longer is not even looked at. */
  private static final int MAX_LENGTH = 4_096;

  /** How far the clocks of two of our functions may differ. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

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

  /** What a text that stands where an access token should is. */
  public sealed interface Shown {

    /**
     * Genuine and valid.
     *
     * @param session of the login it came from; "" for one that came from none
     */
    record Valid(Bearer bearer, String session) implements Shown {}

    /** It was an access token of ours, and its time is over. */
    record Expired() implements Shown {}

    /** Everything else. */
    record Invalid() implements Shown {}
  }

  /** A token that belongs to no login, and ends by its time only. */
  public String access(Bearer bearer, Duration life) {
    return issue(bearer, ACCESS, life, Map.of());
  }

  /**
   * A token of a login, valid for {@link #ACCESS_LIFE}.
   *
   * @param session by which those who keep logins find out whether this one still stands
   */
  public String access(Bearer bearer, String session) {
    return issue(bearer, ACCESS, ACCESS_LIFE, Map.of(SESSION, session));
  }

  /** Valid for {@link #TICKET_LIFE}. */
  public String ticket(Bearer bearer) {
    return issue(bearer, TICKET, TICKET_LIFE, Map.of());
  }

  /** Whose access token this is; empty unless it is genuine and valid now. */
  public Optional<Bearer> ofAccess(String token) {
    return bearer(token, ACCESS);
  }

  /** The same for those who want to tell a client why its token is refused. */
  public Shown shown(String token) {
    Optional<Map<String, @Nullable Object>> claims = genuine(token, ACCESS).filter(this::hasBegun);
    Optional<Bearer> bearer = claims.flatMap(UserTokens::bearer);
    if (bearer.isEmpty()) {
      return new Shown.Invalid();
    }
    if (ofAccess(token).isEmpty()) {
      return new Shown.Expired();
    }
    return new Shown.Valid(bearer.get(), claims.map(UserTokens::session).orElse(""));
  }

  private static String session(Map<String, @Nullable Object> claims) {
    return claims.get(SESSION) instanceof String id ? id : "";
  }

  /** Whose ticket this is; empty unless it is genuine and valid now. */
  public Optional<Bearer> ofTicket(String token) {
    return bearer(token, TICKET);
  }

  private String issue(Bearer bearer, String audience, Duration life, Map<String, ?> more) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", audience);
    claims.put("sub", bearer.id());
    claims.put("name", bearer.name());
    if (bearer.avatar() != null) {
      claims.put("picture", bearer.avatar());
    }
    claims.putAll(more);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    return Hs256.sign(claims, secret.get());
  }

  private Optional<Bearer> bearer(String token, String audience) {
    return genuine(token, audience)
        .filter(this::hasBegun)
        .filter(_ -> Hs256.verify(token, secret.get(), clock.instant()).isPresent())
        .flatMap(UserTokens::bearer);
  }

  /** The claims of a token that we signed for this purpose, whatever its time. */
  private Optional<Map<String, @Nullable Object>> genuine(String token, String audience) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return Hs256.signed(token, secret.get())
        .filter(claims -> ISSUER.equals(claims.get("iss")) && audience.equals(claims.get("aud")));
  }

  /** Nobody has issued it yet if it says so itself. */
  private boolean hasBegun(Map<String, @Nullable Object> claims) {
    return !(claims.get("iat") instanceof Number issued)
        || issued.longValue() <= clock.instant().plus(LEEWAY).getEpochSecond();
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
