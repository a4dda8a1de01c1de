package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.spec.OpenApi;
import dev.moim.webhooks.http.ChangeWebhookHandler;
import dev.moim.webhooks.http.CreateWebhookHandler;
import dev.moim.webhooks.http.DeleteWebhookHandler;
import dev.moim.webhooks.http.ListDeliveriesHandler;
import dev.moim.webhooks.http.ListWebhooksHandler;
import dev.moim.webhooks.http.RedeliverHandler;
import dev.moim.webhooks.http.RotateSecretHandler;
import dev.moim.webhooks.http.TestWebhookHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The family's HTTP functions behind their routes. Every answer is as the OpenAPI describes it. */
final class WebhooksApi {

  static final String TOKEN_SECRET = "the secret that signs tokens of licenses";

  private static final OpenApi OPEN_API = OpenApi.ofProject();

  /** An answer as a client sees it. */
  record Answer(int status, Map<String, @Nullable Object> body) {

    @SuppressWarnings("unchecked") // The answer has been held against its description.
    Map<String, Object> data() {
      return (Map<String, Object>) body.get("data");
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list() {
      return (List<Map<String, Object>>) body.get("data");
    }

    String message() {
      return String.valueOf(body.get("message"));
    }
  }

  final LicenseTokens tokens;
  private final Map<String, HttpEndpoint> routes;

  WebhooksApi(HookScene scene, TestClock clock) {
    tokens = new LicenseTokens(() -> TOKEN_SECRET, clock);
    WebhooksWiring wiring = scene.wiring;
    routes =
        Map.of(
            "GET /v1/webhooks", new ListWebhooksHandler(wiring),
            "POST /v1/webhooks", new CreateWebhookHandler(wiring),
            "PATCH /v1/webhooks/{webhook_id}", new ChangeWebhookHandler(wiring),
            "DELETE /v1/webhooks/{webhook_id}", new DeleteWebhookHandler(wiring),
            "POST /v1/webhooks/{webhook_id}/secret", new RotateSecretHandler(wiring),
            "POST /v1/webhooks/{webhook_id}/test", new TestWebhookHandler(wiring),
            "GET /v1/webhooks/{webhook_id}/deliveries", new ListDeliveriesHandler(wiring),
            "POST /v1/webhooks/{webhook_id}/deliveries/{delivery_id}",
                new RedeliverHandler(wiring));
  }

  String tokenOf(NewLicense tenant) {
    return tokens.issue(tenant.license(), Duration.ofHours(1));
  }

  Answer call(String route, NewLicense tenant, Map<String, String> path, String body) {
    return call(route, event(Map.of("s-connector-jwt", tokenOf(tenant)), path, body));
  }

  Answer call(String route, APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse response = answer(route, event);
    String body = response.getBody();
    assertThat(OPEN_API.problems(route, response.getStatusCode(), body)).isEmpty();
    return new Answer(response.getStatusCode(), body == null ? Map.of() : Json.readObject(body));
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    event.setRouteKey(route);
    assertThat(routes).as("the handlers that WebhooksApi.java lists").containsKey(route);
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  static APIGatewayV2HTTPEvent event(
      Map<String, String> headers, Map<String, String> path, String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRequestContext(
            RequestContext.builder().withRequestId("r1").withDomainName("api.example.com").build())
        .withHeaders(new HashMap<>(headers))
        .withPathParameters(path)
        .withBody(body)
        .build();
  }
}
