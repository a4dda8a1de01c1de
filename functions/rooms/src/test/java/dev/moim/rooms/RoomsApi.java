package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.rooms.http.CreateRoomHandler;
import dev.moim.rooms.http.DeleteRoomHandler;
import dev.moim.rooms.http.GetRoomHandler;
import dev.moim.rooms.http.HealthHandler;
import dev.moim.rooms.http.IssueTokenHandler;
import dev.moim.rooms.http.ListRoomsHandler;
import dev.moim.rooms.http.SdkHandler;
import dev.moim.rooms.http.WebhookHandler;
import dev.moim.rooms.socketio.KeepPacketsHandler;
import dev.moim.rooms.socketio.PollHandler;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import dev.moim.testkit.spec.OpenApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The family's functions behind their routes, on a fake LiveKit and a license of their own. */
public final class RoomsApi {

  private static final OpenApi OPEN_API = OpenApi.ofProject();

  static final String TOKEN_SECRET = "the secret that signs tokens of licenses";

  /** An answer as a client sees it. */
  public record Answer(
      int status, Map<String, @Nullable Object> body, Map<String, String> headers) {
    public String text(String field) {
      return String.valueOf(body.get(field));
    }
  }

  /** What the family of calls was asked to do. */
  final List<Timer> timers = new CopyOnWriteArrayList<>();

  /** How long functions have waited. */
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  final License license;
  final RoomsWiring wiring;
  private final Map<String, HttpEndpoint> routes;

  public RoomsApi(
      DynamoDbExtension dynamo, TestClock clock, String livekitUrl, Map<String, String> more) {
    license = NewLicense.issue("trial", 100, clock).license();
    new DynamoLicenses(dynamo.client(), dynamo.table("LicensesTable"), RateLimits.DEFAULTS, clock)
        .create(license);
    Map<String, String> settings = new HashMap<>();
    settings.put("ROOMS_TABLE", dynamo.table("RoomsTable"));
    settings.put("LICENSES_TABLE", dynamo.table("LicensesTable"));
    settings.put("HANDSHAKES_TABLE", dynamo.table("HandshakesTable"));
    settings.put("GROUPS_TABLE", dynamo.table("GroupsTable"));
    settings.put("STUDY_CALLS_TABLE", dynamo.table("StudyCallsTable"));
    settings.put("ACCESS", "documented");
    settings.put("DEFAULT_LICENSE", license.id());
    settings.put("TOKEN_SECRET", TOKEN_SECRET);
    settings.put("LIVEKIT_SECRET", livekitUrl.isEmpty() ? "" : FakeLiveKit.secret(livekitUrl));
    settings.putAll(more);
    Deployment deployment =
        Deployment.of(new Settings(settings))
            .with(clock)
            .with(dynamo.client())
            .with((timer, delay) -> timers.add(timer))
            .withPause(pauses::add);
    wiring = new RoomsWiring(deployment);
    IssueTokenHandler issueToken = new IssueTokenHandler(wiring);
    SdkHandler sdk = new SdkHandler();
    routes = new HashMap<>();
    routes.put("GET /api/health", new HealthHandler(clock));
    routes.put("GET /sdk/moim.min.js", sdk);
    routes.put("GET /sdk/knowledgetalk.min.js", sdk);
    routes.put("GET /socket.io", new PollHandler(deployment));
    routes.put("POST /socket.io", new KeepPacketsHandler(DynamoPollingSessions.in(deployment)));
    routes.put("POST /api/room/create", new CreateRoomHandler(wiring));
    routes.put("POST /api/room/join", issueToken);
    routes.put("POST /api/token", issueToken);
    routes.put("GET /api/room/{roomId}", new GetRoomHandler(wiring));
    routes.put("DELETE /api/room/{roomId}", new DeleteRoomHandler(wiring));
    routes.put("GET /api/rooms", new ListRoomsHandler(wiring));
    routes.put("POST /api/livekit/webhook", new WebhookHandler(wiring));
  }

  public Answer post(String path, String json) {
    return call("POST " + path, event(json));
  }

  public Answer create(String userName) {
    return post("/api/room/create", "{\"userName\":\"" + userName + "\",\"maxParticipants\":2}");
  }

  public Answer join(String roomId, String userName) {
    return post(
        "/api/room/join", "{\"roomId\":\"" + roomId + "\",\"userName\":\"" + userName + "\"}");
  }

  public Answer room(String method, String roomId) {
    APIGatewayV2HTTPEvent event = event("");
    event.setPathParameters(Map.of("roomId", roomId));
    return call(method + " /api/room/{roomId}", event);
  }

  public Answer list(Map<String, String> query) {
    APIGatewayV2HTTPEvent event = event("");
    event.setQueryStringParameters(query);
    return call("GET /api/rooms", event);
  }

  public Answer webhook(SignedWebhook webhook) {
    return webhook(webhook.body(), Map.of("authorization", webhook.authorization()));
  }

  public Answer webhook(String body, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = event(body);
    event.setHeaders(headers);
    return call("POST /api/livekit/webhook", event);
  }

  public Answer call(String route, APIGatewayV2HTTPEvent event) {
    event.setRouteKey(route);
    APIGatewayV2HTTPResponse response = answer(route, event);
    int status = response.getStatusCode();
    if (response.getHeaders().get("content-type").startsWith("text/")) {
      return new Answer(status, Map.of(), response.getHeaders());
    }
    assertThat(OPEN_API.problems(route, status, response.getBody())).isEmpty();
    return new Answer(status, Json.readObject(response.getBody()), response.getHeaders());
  }

  /** An answer as it is, held against its description. */
  APIGatewayV2HTTPResponse described(String route, APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse response = answer(route, event);
    boolean json = response.getHeaders().get("content-type").startsWith("application/json");
    assertThat(OPEN_API.statuses(route)).contains("" + response.getStatusCode());
    if (json) {
      assertThat(OPEN_API.problems(route, response.getStatusCode(), response.getBody())).isEmpty();
    }
    return response;
  }

  APIGatewayV2HTTPResponse answer(String route, APIGatewayV2HTTPEvent event) {
    assertThat(routes).as("the handlers that RoomsApi.java lists").containsKey(route);
    return routes.get(route).handleRequest(event, TestContext.INSTANCE);
  }

  public static APIGatewayV2HTTPEvent event(String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRequestContext(RequestContext.builder().withRequestId("r1").build())
        .withHeaders(Map.of())
        .withBody(body)
        .build();
  }
}
