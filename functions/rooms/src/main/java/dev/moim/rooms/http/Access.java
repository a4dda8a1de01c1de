package dev.moim.rooms.http;

import dev.moim.rooms.Caller;
import dev.moim.rooms.Caller.Standing;
import dev.moim.rooms.RoomError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import java.util.Optional;

/**
 * Finds out on whose behalf a request comes: whoever the token in {@code s-connector-jwt} or {@code
 * Authorization: Bearer} was issued to.
 *
 * <p>The document knows no credentials. A deployment with access {@code documented} therefore lets
 * a request without any act for its default license; {@code strict} does not.
 */
public final class Access {

  private static final String BEARER = "bearer ";

  private final LicenseTokens tokens;
  private final Optional<Caller> defaultCaller;

  /**
   * @param defaultLicense present only where access is {@code documented}
   */
  public Access(LicenseTokens tokens, Optional<String> defaultLicense) {
    this.tokens = tokens;
    this.defaultCaller = defaultLicense.map(license -> new Caller(license, Standing.ANONYMOUS));
  }

  Caller caller(HttpRequest request) {
    // Wrong credentials are refused in either mode: they are a mistake, not their absence.
    Optional<String> token = token(request);
    return (token.isPresent() ? token.flatMap(this::bearer) : defaultCaller)
        .orElseThrow(() -> new DomainException(RoomError.UNAUTHORIZED));
  }

  private Optional<Caller> bearer(String token) {
    return tokens
        .bearerOf(token)
        .map(bearer ->
            new Caller(bearer.licenseId(), bearer.owner() ? Standing.OWNER : Standing.TENANT));
  }

  private static Optional<String> token(HttpRequest request) {
    return request
        .header("s-connector-jwt")
        .or(() ->
            request
                .header("authorization")
                .map(value ->
                    value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? value.substring(BEARER.length()).strip()
                        : value));
  }
}
