package dev.moim.license.jwt;

import dev.moim.license.License;
import dev.moim.wire.jwt.Hs256;
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

  private final Supplier<String> secret;
  private final Clock clock;

  public LicenseTokens(Supplier<String> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  public String issue(License license, Duration life) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("domain", license.domain());
    claims.put("accessKey", license.id());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    return Hs256.sign(claims, secret.get());
  }

  /** The id of the license this token was issued to; empty unless it is genuine and valid now. */
  public Optional<String> licenseOf(String token) {
    return Hs256.verify(token, secret.get(), clock.instant())
        .filter(claims -> ISSUER.equals(claims.get("iss")) && AUDIENCE.equals(claims.get("aud")))
        .flatMap(claims ->
            claims.get("accessKey") instanceof String id ? Optional.of(id) : Optional.empty());
  }
}
