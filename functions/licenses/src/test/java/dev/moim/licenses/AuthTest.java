package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.licenses.LicensesApi.Answer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.jwt.LicenseTokens.Bearer;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/auth}: what it gives, and to whom it gives nothing. */
class AuthTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private static final String UNKNOWN = "zzzzzzzzzzz";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private LicensesApi api;
  private NewLicense tenant;

  @BeforeEach
  void setUp() {
    api = LicensesApi.of(DYNAMO, clock);
    tenant = api.tenant("trial", clock);
  }

  @Test
  void withoutASecretToSignWithEverybodyIsToldToComeBack() {
    LicensesApi lacking = new LicensesApi(DYNAMO, clock, Map.of());

    for (Answer refused :
        List.of(
            lacking.auth(tenant.license().id(), tenant.secretKey()), lacking.sessions(tenant))) {
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).containsEntry("status", false);
      assertThat(refused.message()).isEqualTo("The service is not available");
      assertThat(refused.headers()).containsEntry("retry-after", "5");
    }
  }

  @ParameterizedTest
  @CsvSource({"null, 60", "'\"\"', 60", "1, 1", "60, 60", "'\"90\"', 90", "10080, 10080", "2.0, 2"})
  void aTokenLastsAsLongAsAskedFor(String expires, int minutes) {
    String token = tokenOf(with("expires", expires));

    clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
    assertThat(api.tokens.bearerOf(token)).isPresent();
    clock.advance(Duration.ofMinutes(1).plusSeconds(1)); // the leeway for clocks that differ
    assertThat(api.tokens.bearerOf(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "10081",
        "1.5",
        "\"soon\"",
        "true",
        "{}",
        "[60]",
        "1e400",
        "1e-400",
        "\" \"",
        "99999999999999999999"
      })
  void noTokenLastsOtherwise(String expires) {
    Answer answer = api.auth(with("expires", expires));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("expires must be a whole number from 1 to 10080");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"true\"', true", "false, false", "null, false", "'\"\"', false"})
  void anOwnerIsMadeOnRequest(String isOwner, boolean owner) {
    assertThat(api.tokens.bearerOf(tokenOf(with("isOwner", isOwner))))
        .contains(new Bearer(tenant.license().id(), owner));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"accessKey\":\"foziz2mdywm\"}",
        "{\"secretKey\":\"x\"}",
        "{\"accessKey\":\"\",\"secretKey\":\"\"}",
        "{\"accessKey\":1,\"secretKey\":\"x\"}",
        "{\"accessKey\":\"foziz2mdywm\",\"secretKey\":[]}",
        "{\"accessKey\":\"a\",\"secretKey\":\"b\",\"isOwner\":\"maybe\"}"
      })
  void aBodyThatAsksForNothingIsRefused(String body) {
    assertThat(api.auth(body).status()).isEqualTo(400);
  }

  @Test
  void nobodyLearnsWhichKeysExist() throws Exception {
    api.auth(UNKNOWN, "warm up");
    Observed wrongPair = observe(tenant.license().id(), "not the key");

    assertThat(wrongPair.answer().status()).isEqualTo(401);
    for (String accessKey : List.of(UNKNOWN, "", "-", "disabled#" + tenant.license().id())) {
      if (!accessKey.isEmpty()) {
        assertThat(observe(accessKey, "not the key")).isEqualTo(wrongPair);
      }
    }
    assertThat(observe("x".repeat(4_000), "not the key")).isEqualTo(wrongPair);
    assertThat(observe(UNKNOWN, tenant.secretKey())).isEqualTo(wrongPair);
    assertThat(observe(tenant.license().id(), tenant.authKey())).isEqualTo(wrongPair);
  }

  /** What a client sees, and what it could measure: requests to the table and hashes made. */
  private record Observed(Answer answer, Map<String, Integer> requests, long hashes) {}

  private Observed observe(String accessKey, String secretKey) throws Exception {
    DYNAMO.counter().reset();
    try (var hashes = CountedHashes.start()) {
      Answer answer = api.auth(accessKey, secretKey);
      return new Observed(answer, DYNAMO.counter().byOperation(), hashes.count());
    }
  }

  @Test
  void aFloodIsToldToWait() {
    LicensesApi strict = new LicensesApi(DYNAMO, clock, "auth=3/60");
    for (int i = 0; i < 50; i++) {
      assertThat(strict.auth(tenant.license().id(), "wrong").status()).isEqualTo(401);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(good(strict).status()).as("wrong keys took nothing").isEqualTo(200);
    }

    Answer refused = good(strict);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("retry-after", "1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(good(strict).status()).isEqualTo(200);
  }

  private Answer good(LicensesApi strict) {
    return strict.auth(tenant.license().id(), tenant.secretKey());
  }

  private String tokenOf(String body) {
    Answer answer = api.auth(body);
    assertThat(answer.status()).isEqualTo(200);
    return String.valueOf(answer.data().get("accessToken"));
  }

  /** The tenant's keys, and one more field whose value is this JSON. */
  private String with(String field, String json) {
    Map<String, Object> keys = new HashMap<>();
    keys.put("accessKey", tenant.license().id());
    keys.put("secretKey", tenant.secretKey());
    String body = Json.write(keys);
    return body.substring(0, body.length() - 1) + ",\"" + field + "\":" + json + "}";
  }
}
