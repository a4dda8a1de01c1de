package dev.moim.shared.licenses.jwt;

import dev.moim.shared.kernel.DerivedIds;
import dev.moim.shared.licenses.License;
import dev.moim.shared.wire.jwt.Hs256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tokens with which a tenant's server uses our HTTP APIs ({@code s-connector-jwt}). Their
 * audience keeps them apart from every other token signed with the same secret.
 */
public final class LicenseTokens {

  private static final String ISSUER = "moim";
  private static final String AUDIENCE = "moim-license";
  private static final String LICENSE = "accessKey";
  private static final String OWNER = "isOwner";

  /**
   * Whoever presents a token.
   *
   * @param owner whether the tenant asked for a token that also rules its rooms
   */
  public record Bearer(String licenseId, boolean owner) {}

  private final Supplier<String> secret;
  private final Clock clock;

  public LicenseTokens(Supplier<String> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** A token that speaks for the license, and for nobody in its rooms. */
  public String issue(License license, Duration life) {
    return sign(license, life, Map.of());
  }

  /** A token whose bearer also rules the rooms made with it: a room's admin at the media server. */
  public String issueToOwner(License license, Duration life) {
    return sign(license, life, Map.of(OWNER, true));
  }

  private String sign(License license, Duration life, Map<String, ?> more) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("id", DerivedIds.numeric(license.createdAt(), "license", license.id()));
    claims.put("domain", license.domain());
    claims.put(LICENSE, license.id());
    claims.putAll(more);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    return Hs256.signTyped(claims, secret.get());
  }

  /** Who presents this token; empty unless it is genuine and valid now. */
  public Optional<Bearer> bearerOf(String token) {
    return Hs256.verify(token, secret.get(), clock.instant())
        .filter(claims -> ISSUER.equals(claims.get("iss")) && AUDIENCE.equals(claims.get("aud")))
        .flatMap(claims ->
            claims.get(LICENSE) instanceof String id
                ? Optional.of(new Bearer(id, Boolean.TRUE.equals(claims.get(OWNER))))
                : Optional.empty());
  }
}
