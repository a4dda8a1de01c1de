package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.licenses.NewLicense;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.fuzz.HttpFuzz;
import dev.moim.webhooks.WebhooksApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant's server does with its webhooks over HTTP. */
class WebhooksHttpTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.streamingTables("LicensesTable", "RoomsTable", "WebhooksTable");

  private final TestClock clock = TestClock.at("2100-12-30T16:22:11.876Z");
  private HookScene scene;
  private WebhooksApi api;
  private NewLicense tenant;

  @BeforeEach
  void setUp() {
    scene = new HookScene(DYNAMO, clock);
    api = new WebhooksApi(scene, clock);
    tenant = scene.tenant(10, clock);
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  @Test
  void webhookIsMadeShownChangedAndForgotten() {
    Answer made = create("{\"url\":\"https://hooks.example.com/a\",\"events\":[\"room.ended\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.data()).containsEntry("events", List.of("room.ended")).containsKey("secret");
    Map<String, String> path = Map.of("webhook_id", String.valueOf(made.data().get("id")));
    assertThat(list()).singleElement().satisfies(it -> assertThat(it).doesNotContainKey("secret"));

    Answer changed =
        api.call(
            "PATCH /v1/webhooks/{webhook_id}", tenant, path, "{\"events\":[],\"enabled\":false}");
    assertThat(changed.data())
        .containsEntry("events", List.of())
        .containsEntry("enabled", false)
        .containsEntry("url", "https://hooks.example.com/a");
    assertThat(api.call("POST /v1/webhooks/{webhook_id}/test", tenant, path, "").status())
        .isEqualTo(409);
    Answer rotated =
        api.call("POST /v1/webhooks/{webhook_id}/secret", tenant, path, "{\"overlap\":60}");
    assertThat(rotated.data().get("secret")).isNotEqualTo(made.data().get("secret"));
    assertThat(rotated.data()).containsEntry("oldSecretUntil", "2100-12-30T16:23:11.876Z");

    assertThat(api.call("DELETE /v1/webhooks/{webhook_id}", tenant, path, "").status())
        .isEqualTo(204);
    assertThat(list()).isEmpty();
    assertThat(api.call("PATCH /v1/webhooks/{webhook_id}", tenant, path, "{}").status())
        .isEqualTo(404);
  }

  @Test
  void anotherAddressDoesNotEnableAWebhookUnlessTheRequestSaysSo() {
    Answer made = create("{\"url\":\"https://hooks.example.com/a\"}");
    Map<String, String> path = Map.of("webhook_id", String.valueOf(made.data().get("id")));
    change(path, "{\"enabled\":false}");
    assertThat(change(path, "{\"url\":\"https://hooks.example.com/b\"}").data())
        .containsEntry("url", "https://hooks.example.com/b")
        .containsEntry("enabled", false)
        .containsEntry("disabledBecause", "its tenant disabled it");
    assertThat(change(path, "{\"url\":\"https://hooks.example.com/c\",\"enabled\":true}").data())
        .containsEntry("enabled", true)
        .doesNotContainKey("disabledBecause");
  }

  @Test
  void oneThatWeDisabledForItsOldAddressIsEnabledByItsTenantOnly() {
    Answer made = create("{\"url\":\"https://hooks.example.com/a\"}");
    Map<String, String> path = Map.of("webhook_id", String.valueOf(made.data().get("id")));
    scene.receivers = url -> dev.moim.webhooks.delivery.Answer.failed(503, "later");
    api.call("POST /v1/webhooks/{webhook_id}/test", tenant, path, "");
    scene.pass(Duration.ofSeconds(2));
    scene.receivers = url -> dev.moim.webhooks.delivery.Answer.failed(410, "");
    scene.pass(Duration.ofSeconds(10));
    assertThat(list())
        .singleElement()
        .satisfies(it -> assertThat(it).containsKeys("failingSince", "disabledBecause"));
    assertThat(change(path, "{\"url\":\"https://hooks.example.com/b\"}").data())
        .containsEntry("enabled", false)
        .containsEntry("disabledBecause", "it answered 410 Gone")
        .doesNotContainKey("failingSince");
  }

  private Answer change(Map<String, String> path, String body) {
    return api.call("PATCH /v1/webhooks/{webhook_id}", tenant, path, body);
  }

  @Test
  void deliveriesSayWhatWasSentAndWhatCameBack() {
    Answer made = create("{\"url\":\"https://hooks.example.com/a\"}");
    String id = String.valueOf(made.data().get("id"));
    scene.receivers = url -> dev.moim.webhooks.delivery.Answer.failed(503, "later");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      Map<String, String> path = Map.of("webhook_id", id);
      assertThat(api.call("POST /v1/webhooks/{webhook_id}/test", tenant, path, "").status())
          .isEqualTo(202);
    }
    scene.pass(Duration.ofSeconds(2));
    Answer first = deliveries(id, Map.of("limit", "2"));
    assertThat(first.list())
        .hasSize(2)
        .allSatisfy(it ->
            assertThat(it)
                .containsEntry("type", "webhook.test")
                .containsEntry("state", "waiting")
                .containsEntry("status", 503)
                .containsEntry("answer", "later"));
    String cursor = String.valueOf(first.body().get("nextCursor"));
    assertThat(deliveries(id, Map.of("limit", "2", "cursor", cursor)).list()).hasSize(1);
    assertThat(deliveries(id, Map.of("cursor", "x")).status()).isEqualTo(400);

    scene.receivers = url -> new dev.moim.webhooks.delivery.Answer(true, 200, "thanks");
    scene.posts.clear();
    String delivery = String.valueOf(first.list().getFirst().get("id"));
    Answer again =
        api.call(
            "POST /v1/webhooks/{webhook_id}/deliveries/{delivery_id}",
            tenant,
            Map.of("webhook_id", id, "delivery_id", delivery),
            "");
    assertThat(again.status()).isEqualTo(202);
    scene.pass(Duration.ofSeconds(1));
    assertThat(scene.posts)
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo(delivery));
    assertThat(deliveries(id, Map.of("limit", "1")).list().getFirst())
        .containsEntry("state", "delivered")
        .containsEntry("answer", "thanks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":5}",
        "{\"url\":\"https://127.0.0.1/\"}",
        "{\"url\":\"http://hooks.example.com/\"}",
        "{\"url\":\"https://hooks.example.com/\",\"events\":[\"webhook.test\"]}",
        "{\"url\":\"https://hooks.example.com/\",\"events\":[\"x\"]}",
        "{\"url\":\"https://hooks.example.com/\",\"events\":\"room.ended\"}",
        "no JSON"
      })
  void whatIsNoWebhookIsRefused(String body) {
    Answer refused = create(body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isNotBlank();
    assertThat(list()).isEmpty();
  }

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    Answer made = create("{\"url\":\"https://hooks.example.com/a\"}");
    String id = String.valueOf(made.data().get("id"));
    HttpFuzz.of("webhooks")
        .knowing("webhook_id", id)
        .knowing("url", "https://hooks.example.com/b", "https://a.example.com:8443/")
        .knowing("limit", "1", "100")
        .learning("/nextCursor", "cursor")
        .learning("/data/0/id", "delivery_id")
        .proving(Map.of("s-connector-jwt", api.tokenOf(tenant)))
        .proving(Map.of("authorization", "Bearer " + api.tokenOf(tenant)))
        .run(api::answer);
  }

  private Answer create(String body) {
    return api.call("POST /v1/webhooks", tenant, Map.of(), body);
  }

  private List<Map<String, Object>> list() {
    return api.call("GET /v1/webhooks", tenant, Map.of(), "").list();
  }

  private Answer deliveries(String id, Map<String, String> query) {
    var event =
        WebhooksApi.event(
            Map.of("s-connector-jwt", api.tokenOf(tenant)), Map.of("webhook_id", id), "");
    event.setQueryStringParameters(query);
    return api.call("GET /v1/webhooks/{webhook_id}/deliveries", event);
  }
}
