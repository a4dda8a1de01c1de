package dev.moim.shared.people.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.people.jwt.Callers.Caller;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.people.jwt.UserTokens.Shown;
import dev.moim.shared.wire.jwt.Hs256;
import dev.moim.testkit.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is no access token is refused, and nobody is asked about it. */
class TokenBatteryTest {

  private static final String SECRET = "the secret that signs tokens of users";
  private static final TestClock CLOCK = TestClock.at("2100-01-31T09:00:00Z");
  private static final long NOW = CLOCK.instant().getEpochSecond();
  private static final UserTokens TOKENS = new UserTokens(() -> SECRET, CLOCK);
  private static final Bearer MINJI = new Bearer("12345", "민지", "https://example.com/1.png");

  private final Callers callers = new Callers(TOKENS);

  @Test
  void aTokenOfALoginSaysWhoseItIs() {
    String token = TOKENS.access(MINJI, "s1");
    assertThat(TOKENS.ofAccess(token)).contains(MINJI);
    assertThat(TOKENS.shown(token)).isEqualTo(new Shown.Valid(MINJI, "s1"));
    assertThat(callers.of(Optional.of(token))).isEqualTo(new Caller(12_345, "s1"));
    String ofNoLogin = TOKENS.access(MINJI, Duration.ofMinutes(1));
    assertThat(callers.of(Optional.of(ofNoLogin))).isEqualTo(new Caller(12_345, ""));
  }

  @Test
  void aTokenLastsHalfAnHour() {
    TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
    UserTokens tokens = new UserTokens(() -> SECRET, clock);
    String token = tokens.access(MINJI, "s1");
    clock.advance(Duration.ofMinutes(30));
    assertThat(tokens.ofAccess(token)).as("clocks may differ by a minute").isPresent();
    clock.advance(Duration.ofMinutes(1));
    assertThat(tokens.ofAccess(token)).isEmpty();
    assertThat(tokens.shown(token)).isEqualTo(new Shown.Expired());
    assertThatThrownBy(() -> new Callers(tokens).of(Optional.of(token)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(PeopleError.EXPIRED_TOKEN));
  }

  @Test
  void nobodyIsToldApartFromSomebodyElse() {
    assertThatThrownBy(() -> callers.of(Optional.empty()))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(PeopleError.NO_TOKEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefused(String what, String token) {
    assertThat(TOKENS.ofAccess(token)).isEmpty();
    assertThat(TOKENS.shown(token)).isEqualTo(new Shown.Invalid());
    assertThatThrownBy(() -> callers.of(Optional.of(token)))
        .as(what)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(PeopleError.INVALID_TOKEN));
  }

  static Stream<Arguments> bad() {
    String good = TOKENS.access(MINJI, "s1");
    String[] parts = good.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("dots", ".."),
        Arguments.of("one part", parts[0]),
        Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
        Arguments.of("alg none", text("{\"alg\":\"none\"}") + "." + parts[1] + "."),
        Arguments.of("alg none, signed", signed("{\"alg\":\"none\"}", payload, SECRET)),
        Arguments.of("alg NONE", text("{\"alg\":\"NONE\"}") + "." + parts[1] + "." + parts[2]),
        Arguments.of("another algorithm", signed("{\"alg\":\"HS512\"}", payload, SECRET)),
        Arguments.of("wrong key", Hs256.sign(claims(Map.of()), "another secret of 32 characters!")),
        Arguments.of("cut signature", good.substring(0, good.length() - 2)),
        Arguments.of(
            "other payload",
            parts[0] + "." + text(payload.replace("12345", "12346")) + "." + parts[2]),
        Arguments.of("a ticket", TOKENS.ticket(MINJI)),
        Arguments.of("a license's", Hs256.sign(claims(Map.of("aud", "moim-license")), SECRET)),
        Arguments.of("another issuer", Hs256.sign(claims(Map.of("iss", "moin")), SECRET)),
        Arguments.of(
            "audience in a list",
            Hs256.sign(claims(Map.of("aud", java.util.List.of("moim-access"))), SECRET)),
        Arguments.of("from the future", Hs256.sign(claims(Map.of("iat", NOW + 3_600)), SECRET)),
        Arguments.of(
            "not before",
            Hs256.sign(claims(Map.of("nbf", NOW + 3_600, "iat", NOW + 3_600)), SECRET)),
        Arguments.of("no subject", Hs256.sign(claims(Map.of("sub", 12_345)), SECRET)),
        Arguments.of(
            "duplicate claims",
            signed(
                "{\"alg\":\"HS256\"}",
                payload.substring(0, payload.length() - 1) + ",\"sub\":\"1\"}",
                SECRET)),
        Arguments.of("no object", signed("{\"alg\":\"HS256\"}", "[]", SECRET)),
        Arguments.of("huge", Hs256.sign(claims(Map.of("name", "x".repeat(100_000))), SECRET)),
        Arguments.of(
            "deep", signed("{\"alg\":\"HS256\"}", "[".repeat(900) + "]".repeat(900), SECRET)),
        Arguments.of("not base64", "%%%.%%%.%%%"),
        Arguments.of(
            "an end that is no time",
            Hs256.sign(claims(Map.of("exp", "tomorrow", "iat", NOW + 3_600)), SECRET)));
  }

  @Test
  void aTokenWithoutAnEndOrWithAHugeOneIsRefused() {
    Map<String, Object> endless = claims(Map.of());
    endless.remove("exp");
    assertThat(TOKENS.ofAccess(Hs256.sign(endless, SECRET))).isEmpty();
    for (Object end : new Object[] {new BigDecimal("1e300"), new BigDecimal("-1e300"), -1L, 0L}) {
      String token = Hs256.sign(claims(Map.of("exp", end)), SECRET);
      assertThat(TOKENS.ofAccess(token)).as("exp %s", end).isEmpty();
    }
  }

  private static Map<String, Object> claims(Map<String, ?> others) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "moim");
    claims.put("aud", "moim-access");
    claims.put("sub", "12345");
    claims.put("iat", NOW);
    claims.put("exp", NOW + 600);
    claims.putAll(others);
    return claims;
  }

  private static String signed(String header, String payload, String secret) {
    String content = text(header) + "." + text(payload);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return content
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
