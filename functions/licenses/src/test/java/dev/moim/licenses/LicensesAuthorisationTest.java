package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.jwt.Hs256;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/licenses.csv}. */
class LicensesAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");

  private static final String ROOM = "R";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private LicensesApi api;
  private NewLicense tenant;

  @BeforeEach
  void setUp() {
    api = LicensesApi.of(DYNAMO, clock);
    tenant = api.tenant("trial", clock);
    RoomScene scene = new RoomScene(DYNAMO, api.licenses, clock);
    scene.open(tenant.license().room(ROOM));
    scene.join(tenant.license().room(ROOM), "ann");
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String route, String who, int expected) {
    APIGatewayV2HTTPEvent event = LicensesApi.event("");
    if (route.equals("POST /v1/auth")) {
      event.setBody(Json.write(keys(who)));
    } else {
      event.setHeaders(who.equals("nobody") ? Map.of() : Map.of("s-connector-jwt", token(who)));
      event.setPathParameters(Map.of("room_name", ROOM));
      event.setQueryStringParameters(Map.of("startTime", "2100-01-01"));
    }

    assertThat(api.call(route, event).status()).isEqualTo(expected);
  }

  static Stream<Arguments> cells() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/licenses.csv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split(",")))
            .toList();
    List<String> header = lines.getFirst();
    return lines.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                .map(i -> Arguments.of(row.getFirst(), header.get(i), row.get(i))));
  }

  private Map<String, String> keys(String who) {
    return switch (who) {
      case "nobody" -> keys("zzzzzzzzzzz", tenant.secretKey());
      case "forged" -> keys(tenant.license().id(), "5bfdabd106fbd8c7ac14935c4e3ce98c");
      case "expired" -> rotatedKeys();
      case "otherKind" -> keys(tenant.license().id(), tenant.authKey());
      case "otherTenant" -> keysOf(api.tenant("other", clock));
      case "disabled" -> keysOf(disabled());
      case "tenant" -> keysOf(tenant);
      default -> throw new IllegalArgumentException(who);
    };
  }

  private static Map<String, String> keysOf(NewLicense tenant) {
    return keys(tenant.license().id(), tenant.secretKey());
  }

  private static Map<String, String> keys(String accessKey, String secretKey) {
    return Map.of("accessKey", accessKey, "secretKey", secretKey);
  }

  private String token(String who) {
    return switch (who) {
      case "forged" -> new LicenseTokens(() -> "not the secret", clock).issue(license(), anHour());
      case "expired" ->
          new LicenseTokens(
                  () -> LicensesApi.TOKEN_SECRET, Clock.offset(clock, Duration.ofHours(-2)))
              .issue(license(), anHour());
      case "otherKind" -> tokenOfAUser();
      case "otherTenant" -> api.tokenOf(api.tenant("other", clock));
      case "disabled" -> api.tokenOf(disabled());
      case "tenant" -> api.tokenOf(tenant);
      default -> throw new IllegalArgumentException(who);
    };
  }

  private String tokenOfAUser() {
    long later = clock.instant().plusSeconds(60).getEpochSecond();
    return Hs256.sign(
        Map.of("iss", "moim", "aud", "moim-access", "accessKey", license().id(), "exp", later),
        LicensesApi.TOKEN_SECRET);
  }

  private NewLicense disabled() {
    NewLicense made = NewLicense.issue("disabled", 10, clock);
    create(made.license(), false, made.license().key(KeyName.SECRET_KEY));
    return made;
  }

  /** The keys of before, whose overlap is over. */
  private Map<String, String> rotatedKeys() {
    NewLicense made = NewLicense.issue("rotated", 10, clock);
    String old = made.license().key(KeyName.SECRET_KEY).hash();
    String hash = HashedSecret.of("the new key").hex();
    create(made.license(), true, new HashedKey(hash, clock.millis() - 1, old));
    return keysOf(made);
  }

  private void create(License like, boolean enabled, HashedKey secretKey) {
    License license =
        new License(
            like.id(),
            enabled,
            like.domain(),
            like.roomLimit(),
            like.createdAt(),
            Map.of(KeyName.AUTH_KEY, like.key(KeyName.AUTH_KEY), KeyName.SECRET_KEY, secretKey),
            like.open());
    assertThat(api.licenses.create(license)).isTrue();
  }

  private License license() {
    return tenant.license();
  }

  private static Duration anHour() {
    return Duration.ofHours(1);
  }
}
