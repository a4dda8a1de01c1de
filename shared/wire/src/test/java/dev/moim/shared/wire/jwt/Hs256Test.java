package dev.moim.shared.wire.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hs256Test {

  private static final String SECRET = "a secret of some length, for tests only";
  private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");

  @Test
  void returnsTheClaimsItSigned() {
    String token = Hs256.sign(Map.of("sub", "이름", "exp", NOW.getEpochSecond() + 60), SECRET);

    assertThat(token).startsWith("eyJhbGciOiJIUzI1NiJ9.");
    assertThat(Hs256.verify(token, SECRET, NOW))
        .hasValueSatisfying(claims -> assertThat(claims).containsEntry("sub", "이름"));
  }

  @Test
  void saysThatItIsATokenWhereADocumentShowsSo() {
    String token = Hs256.signTyped(Map.of("exp", NOW.getEpochSecond() + 60), SECRET);

    assertThat(token).startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");
    assertThat(Hs256.verify(token, SECRET, NOW)).isPresent();
  }

  @Test
  void acceptsNeitherAnotherSecretNorAnExpiredNorAFutureToken() {
    long now = NOW.getEpochSecond();
    String token = Hs256.sign(Map.of("nbf", now, "exp", now + 60), SECRET);

    assertThat(Hs256.verify(token, SECRET + "x", NOW)).isEmpty();
    assertThat(Hs256.verify(token, SECRET, NOW.plusSeconds(119)))
        .as("within the leeway")
        .isPresent();
    assertThat(Hs256.verify(token, SECRET, NOW.plusSeconds(121))).isEmpty();
    assertThat(Hs256.verify(token, SECRET, NOW.minusSeconds(61))).isEmpty();
  }

  @Test
  void acceptsNoTokenThatIsValidForEver() {
    assertThat(Hs256.verify(Hs256.sign(Map.of("sub", "a"), SECRET), SECRET, NOW)).isEmpty();
    assertThat(Hs256.verify(Hs256.sign(Map.of("exp", "later"), SECRET), SECRET, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS512", "RS256", "hs256", ""})
  void acceptsNoOtherAlgorithm(String algorithm) {
    String[] good = Hs256.sign(Map.of("exp", NOW.getEpochSecond() + 60), SECRET).split("\\.");
    String header = "{\"alg\":\"" + algorithm + "\"}";
    String renamed = Base64.getUrlEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8));

    assertThat(Hs256.verify(renamed + "." + good[1] + "." + good[2], SECRET, NOW)).isEmpty();
    assertThat(Hs256.verify(renamed + "." + good[1] + ".", SECRET, NOW)).isEmpty();
  }

  @Property
  void anyChangedCharacterIsNoticed(@ForAll int position, @ForAll char replacement) {
    String token = Hs256.sign(Map.of("exp", NOW.getEpochSecond() + 60), SECRET);
    int at = Math.floorMod(position, token.length() - 1); // the last one also holds unused bits
    String changed = token.substring(0, at) + replacement + token.substring(at + 1);

    assertThat(Hs256.verify(changed, SECRET, NOW).isPresent()).isEqualTo(changed.equals(token));
  }

  @Property
  void noTextIsMoreThanRefused(@ForAll String text) {
    assertThat(Hs256.verify(text, SECRET, NOW)).isEmpty();
  }
}
