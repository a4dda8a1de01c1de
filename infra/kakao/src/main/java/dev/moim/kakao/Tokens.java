package dev.moim.kakao;

import dev.moim.kakao.Answer.OAuthError;
import dev.moim.kakao.Grant.Consent;
import dev.moim.shared.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /oauth/token}: codes and refresh tokens become tokens, codes once. */
final class Tokens {

  static final Duration ACCESS = Duration.ofHours(6);
  static final Duration REFRESH = Duration.ofDays(60);

  private static final Duration CODE = Duration.ofMinutes(10);

  private record Token(Consent consent, Instant goodUntil) {}

  private final App app;
  private final Clock clock;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Token> access = new ConcurrentHashMap<>();
  private final Map<String, Token> refresh = new ConcurrentHashMap<>();

  Tokens(App app, Clock clock) {
    this.app = app;
    this.clock = clock;
  }

  /** A code for what was consented to. */
  String code(Consent consent, String redirectUri, Optional<Grant.Challenge> challenge) {
    String code = Ids.base62(80);
    codes.put(code, new Grant(consent, redirectUri, challenge, clock.instant().plus(CODE)));
    return code;
  }

  /** Whose access token this is. */
  Optional<Consent> holder(String token) {
    return find(access, token);
  }

  /** Makes all tokens of a person worthless. */
  void revoke(Person person) {
    access.values().removeIf(token -> token.consent.person().id() == person.id());
    refresh.values().removeIf(token -> token.consent.person().id() == person.id());
  }

  Answer answer(Ask ask) {
    if (!ask.find("client_id").equals(app.clientId())) {
      return refused(401, "invalid_client", "Not exist client_id", "KOE101");
    }
    if (!ask.find("client_secret").equals(app.keys().clientSecret())) {
      return refused(401, "invalid_client", "Bad client credentials", "KOE010");
    }
    return switch (ask.find("grant_type")) {
      case "authorization_code" -> exchange(ask);
      case "refresh_token" -> refreshed(ask.find("refresh_token"));
      case String other ->
          refused(400, "unsupported_grant_type", "unsupported grant type: " + other, "KOE320");
    };
  }

  private Answer exchange(Ask ask) {
    Grant grant = codes.remove(ask.find("code"));
    if (grant == null || grant.goodUntil().isBefore(clock.instant())) {
      return refused(400, "invalid_grant", "authorization code not found", "KOE320");
    }
    if (!grant.redirectUri().equals(ask.find("redirect_uri"))) {
      return refused(400, "invalid_grant", "Redirect URI mismatch.", "KOE303");
    }
    if (grant.challenge().filter(it -> !it.isMetBy(ask.find("code_verifier"))).isPresent()) {
      return refused(400, "invalid_grant", "code_verifier does not match", "KOE320");
    }
    Map<String, Object> tokens = access(grant.consent());
    String token = Ids.base62(54);
    refresh.put(token, new Token(grant.consent(), clock.instant().plus(REFRESH)));
    tokens.put("refresh_token", token);
    tokens.put("refresh_token_expires_in", REFRESH.toSeconds() - 1);
    tokens.put("scope", grant.consent().scope());
    return Answer.json(200, tokens);
  }

  private Answer refreshed(String token) {
    return find(refresh, token)
        .map(consent -> Answer.json(200, access(consent)))
        .orElseGet(
            () -> refused(400, "invalid_grant", "expired_or_invalid_refresh_token", "KOE322"));
  }

  private Map<String, Object> access(Consent consent) {
    String token = Ids.base62(54);
    access.put(token, new Token(consent, clock.instant().plus(ACCESS)));
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("access_token", token);
    tokens.put("token_type", "bearer");
    tokens.put("expires_in", ACCESS.toSeconds() - 1);
    return tokens;
  }

  private Optional<Consent> find(Map<String, Token> tokens, String token) {
    return Optional.ofNullable(tokens.get(token))
        .filter(it -> it.goodUntil.isAfter(clock.instant()))
        .map(Token::consent);
  }

  private static Answer refused(int status, String name, String description, String code) {
    return Answer.refused(status, new OAuthError(name, description), code);
  }
}
