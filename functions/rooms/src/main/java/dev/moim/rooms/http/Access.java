package dev.moim.rooms.http;

import dev.moim.rooms.Caller;
import dev.moim.rooms.Names;
import dev.moim.rooms.RoomError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import java.util.Optional;

/**
 * Finds out on whose behalf a request comes: whoever the token in {@code s-connector-jwt} or {@code
 * Authorization: Bearer} was issued to, a license or a person. A person acts for the default
 * license.
 *
 * <p>The document knows no credentials. A deployment with access {@code documented} therefore lets
 * a request without any act for its default license; {@code strict} does not.
 */
public final class Access {

  private static final String BEARER = "bearer ";

  private final LicenseTokens tokens;
  private final UserTokens people;
  private final Optional<String> defaultLicense;
  private final boolean documented;

  /**
   * @param documented whether a request without credentials may act for the default license
   */
  public Access(
      LicenseTokens tokens,
      UserTokens people,
      Optional<String> defaultLicense,
      boolean documented) {
    this.tokens = tokens;
    this.people = people;
    this.defaultLicense = defaultLicense;
    this.documented = documented;
  }

  Caller caller(HttpRequest request) {
    // Wrong credentials are refused in either mode: they are a mistake, not their absence.
    Optional<String> token = token(request);
    return (token.isPresent() ? token.flatMap(this::bearer) : nobody())
        .orElseThrow(() -> new DomainException(RoomError.UNAUTHORIZED));
  }

  private Optional<Caller> nobody() {
    return defaultLicense.filter(_ -> documented).map(Caller::anonymous);
  }

  private Optional<Caller> bearer(String token) {
    return tokens
        .bearerOf(token)
        .map(bearer -> Caller.tenant(bearer.licenseId(), bearer.owner()))
        .or(() -> people.ofAccess(token).flatMap(this::person));
  }

  private Optional<Caller> person(Bearer bearer) {
    return defaultLicense.map(
        license -> Caller.person(license, Names.ofPerson(bearer.name()).orElse(bearer.id())));
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
