package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.jwt.LicenseTokens;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/webhooks.csv}. */
class WebhooksAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.streamingTables("LicensesTable", "RoomsTable", "WebhooksTable");

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private HookScene scene;
  private WebhooksApi api;
  private NewLicense tenant;
  private Map<String, String> path;

  @BeforeEach
  void setUp() {
    scene = new HookScene(DYNAMO, clock);
    api = new WebhooksApi(scene, clock);
    tenant = scene.tenant(10, clock);
    String url = "{\"url\":\"https://hooks.example.com/\"}";
    var made = api.call("POST /v1/webhooks", tenant, Map.of(), url);
    String id = String.valueOf(made.data().get("id"));
    var sent =
        api.call("POST /v1/webhooks/{webhook_id}/test", tenant, Map.of("webhook_id", id), "");
    scene.pass(Duration.ofSeconds(2));
    path = Map.of("webhook_id", id, "delivery_id", String.valueOf(sent.data().get("id")));
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String route, String who, int expected) {
    Map<String, String> headers =
        who.equals("nobody") ? Map.of() : Map.of("authorization", "Bearer " + token(who));
    String body =
        route.startsWith("POST /v1/webhooks/{") || route.startsWith("GET")
            ? ""
            : "{\"url\":\"https://other.example.com/\"}";
    assertThat(api.call(route, WebhooksApi.event(headers, path, body)).status())
        .isEqualTo(expected);
  }

  static Stream<Arguments> cells() throws IOException {
    List<List<String>> lines =
        Files.readAllLines(RootTemplate.folder().resolve("infra/authorisation/webhooks.csv"))
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

  private String token(String who) {
    Duration anHour = Duration.ofHours(1);
    Clock earlier = Clock.offset(clock, Duration.ofHours(-2));
    return switch (who) {
      case "forged" ->
          new LicenseTokens(() -> "not the secret", clock).issue(tenant.license(), anHour);
      case "expired" ->
          new LicenseTokens(() -> WebhooksApi.TOKEN_SECRET, earlier)
              .issue(tenant.license(), anHour);
      case "otherKind" -> tokenOfAUser();
      case "otherTenant" -> api.tokenOf(scene.tenant(10, clock));
      case "disabled" -> {
        new DynamoLicenseControl(DYNAMO.client(), DYNAMO.table("LicensesTable"))
            .disable(tenant.license().id());
        yield api.tokenOf(tenant);
      }
      case "tenant" -> api.tokenOf(tenant);
      default -> throw new IllegalArgumentException(who);
    };
  }

  private String tokenOfAUser() {
    long later = clock.instant().plusSeconds(60).getEpochSecond();
    String id = tenant.license().id();
    return Hs256.sign(
        Map.of("iss", "moim", "aud", "moim-access", "accessKey", id, "exp", later),
        WebhooksApi.TOKEN_SECRET);
  }
}
