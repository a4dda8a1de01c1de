package dev.moim.shared.licenses.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.jwt.LicenseTokens.Bearer;
import dev.moim.shared.wire.jwt.Hs256;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicenseTokensTest {

  private static final String SECRET = "a secret of some length, for tests only";

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final LicenseTokens tokens = new LicenseTokens(() -> SECRET, clock);
  private final License license = NewLicense.issue("trial", 10, clock).license();

  @Test
  void nameTheirLicenseUntilTheyExpire() {
    String token = tokens.issue(license, Duration.ofHours(1));

    assertThat(tokens.bearerOf(token)).contains(new Bearer(license.id(), false));
    clock.advance(Duration.ofMinutes(62));
    assertThat(tokens.bearerOf(token)).isEmpty();
  }

  @Test
  void holdTheDocumentedClaims() {
    long now = clock.instant().getEpochSecond();

    assertThat(claims(tokens.issue(license, Duration.ofHours(1))))
        .containsEntry("domain", "trial")
        .containsEntry("accessKey", license.id())
        .containsEntry("iat", (int) now)
        .containsEntry("exp", (int) now + 3_600)
        .hasEntrySatisfying("id", id -> assertThat(String.valueOf(id)).matches("[0-9]{1,16}"))
        .doesNotContainKey("isOwner");
  }

  @Test
  void haveTheDocumentedHeaderAndAreTakenWithTheBareOneOfBefore() {
    assertThat(tokens.issue(license, Duration.ofHours(1)))
        .startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");

    long later = clock.instant().plusSeconds(60).getEpochSecond();
    String bare =
        sign(Map.of("iss", "moim", "aud", "moim-license", "accessKey", license.id(), "exp", later));
    assertThat(bare).startsWith("eyJhbGciOiJIUzI1NiJ9.");
    assertThat(tokens.bearerOf(bare)).contains(new Bearer(license.id(), false));
  }

  @Test
  void makeAnOwnerOnlyOfWhoeverAskedForIt() {
    String owners = tokens.issueToOwner(license, Duration.ofHours(1));

    assertThat(claims(owners)).containsEntry("isOwner", true);
    assertThat(tokens.bearerOf(owners)).contains(new Bearer(license.id(), true));
    assertThat(tokens.bearerOf(tokens.issue(license, Duration.ofHours(1))))
        .contains(new Bearer(license.id(), false));
  }

  @Test
  void noOtherTokenOfOursPassesForOne() {
    long later = clock.instant().plusSeconds(60).getEpochSecond();
    String id = license.id();

    assertThat(tokens.bearerOf(sign(Map.of("accessKey", id, "exp", later)))).isEmpty();
    assertThat(
            tokens.bearerOf(
                sign(Map.of("iss", "moim", "aud", "moim-user", "accessKey", id, "exp", later))))
        .isEmpty();
    assertThat(
            tokens.bearerOf(
                sign(Map.of("iss", "moim", "aud", "moim-license", "accessKey", 5, "exp", later))))
        .isEmpty();
    assertThat(tokens.bearerOf("")).isEmpty();
  }

  private Map<String, Object> claims(String token) {
    return new HashMap<>(Hs256.verify(token, SECRET, clock.instant()).orElseThrow());
  }

  private static String sign(Map<String, ?> claims) {
    return Hs256.sign(claims, SECRET);
  }
}
