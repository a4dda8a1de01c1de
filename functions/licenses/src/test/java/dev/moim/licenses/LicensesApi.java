package dev.moim.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.licenses.http.AuthHandler;
import dev.moim.licenses.http.InfoHandler;
import dev.moim.licenses.http.SessionHandler;
import dev.moim.licenses.http.SessionsHandler;
import dev.moim.licenses.http.UsageHandler;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.spec.OpenApi;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The family's functions behind their routes. Every answer is as the OpenAPI describes it. */
final class LicensesApi {

  static final String TOKEN_SECRET = "the secret that signs tokens of licenses";

  private static final OpenApi OPEN_API = OpenApi.ofProject();

  /** An answer as a client sees it. */
  record Answer(int status, Map<String, @Nullable Object> body, Map<String, String> headers) {

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

    String cursor() {
      return String.valueOf(body.get("nextCursor"));
    }
  }

  /** As other families use them, but without a limit on new rooms: tests open hundreds at once. */
  final Licenses licenses;

  final LicenseTokens tokens;
  private final Map<String, HttpEndpoint> routes;

  LicensesApi(DynamoDbExtension dynamo, Clock clock, String rateLimits) {
    this(dynamo, clock, Map.of("RATE_LIMITS", rateLimits, "TOKEN_SECRET", TOKEN_SECRET));
  }

  LicensesApi(DynamoDbExtension dynamo, Clock clock, Map<String, String> more) {
    tokens = new LicenseTokens(() -> TOKEN_SECRET, clock);
    Map<String, String> settings = new HashMap<>(more);
    settings.put("ROOMS_TABLE", dynamo.table("RoomsTable"));
    settings.put("LICENSES_TABLE", dynamo.table("LicensesTable"));
    RateLimits unlimited =
        RateLimits.from(new Settings(Map.of("RATE_LIMITS", "createRoom=1000000/1000000")));
    licenses = new DynamoLicenses(dynamo.client(), dynamo.table("LicensesTable"), unlimited, clock);
    LicensesWiring wiring =
        new LicensesWiring(Deployment.of(new Settings(settings)).with(clock).with(dynamo.client()));
    InfoHandler info = new InfoHandler(wiring);
    routes =
        Map.of(
            "POST /v1/auth", new AuthHandler(wiring),
            "GET /v1/info", info,
            "GET /license/info", info,
            "GET /v1/sessions", new SessionsHandler(wiring),
            "GET /v1/sessions/{room_name}", new SessionHandler(wiring),
            "GET /v1/static", new UsageHandler(wiring));
  }

  static LicensesApi of(DynamoDbExtension dynamo, Clock clock) {
    return new LicensesApi(dynamo, clock, "");
  }

  /** A new tenant that may have 300 rooms. */
  NewLicense tenant(String domain, Clock clock) {
    NewLicense tenant = NewLicense.issue(domain, 300, clock);
    assertThat(licenses.create(tenant.license())).isTrue();
    return tenant;
  }

  String tokenOf(NewLicense tenant) {
    return tokens.issue(tenant.license(), Duration.ofHours(1));
  }

  Answer auth(String json) {
    return call("POST /v1/auth", event(json));
  }

  Answer auth(String accessKey, String secretKey) {
    return auth(Json.write(Map.of("accessKey", accessKey, "secretKey", secretKey)));
  }

  Answer get(String route, NewLicense tenant) {
    return get(route, tenant, Map.of());
  }

  Answer get(String route, NewLicense tenant, Map<String, String> query) {
    APIGatewayV2HTTPEvent event = event("");
    event.setHeaders(Map.of("s-connector-jwt", tokenOf(tenant)));
    event.setQueryStringParameters(query);
    return call(route, event);
  }

  Answer sessions(NewLicense tenant) {
    return get("GET /v1/sessions", tenant);
  }

  Answer room(NewLicense tenant, String roomName) {
    APIGatewayV2HTTPEvent event = event("");
    event.setHeaders(Map.of("s-connector-jwt", tokenOf(tenant)));
    event.setPathParameters(Map.of("room_name", roomName));
    return call("GET /v1/sessions/{room_name}", event);
  }

  Answer call(String route, APIGatewayV2HTTPEvent event) {
    event.setRouteKey(route);
    APIGatewayV2HTTPResponse response = answer(route, event);
    assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody())).isEmpty();
    return new Answer(
        response.getStatusCode(), Json.readObject(response.getBody()), response.getHeaders());
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    assertThat(routes).as("the handlers that LicensesApi.java lists").containsKey(route);
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  static APIGatewayV2HTTPEvent event(String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRequestContext(
            RequestContext.builder()
                .withRequestId("r1")
                .withDomainName("remote.interwater.biz")
                .build())
        .withHeaders(new HashMap<>())
        .withBody(body)
        .build();
  }
}
