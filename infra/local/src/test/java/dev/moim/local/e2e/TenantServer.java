package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.LocalCloud;
import dev.moim.local.socket.TestSocket;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.spec.OpenApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A tenant's own server, and sockets of its users. */
final class TenantServer {

  private static final OpenApi DESCRIBED = OpenApi.ofProject();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LocalCloud cloud;
  private final NewLicense license;
  private final String token;

  /** One with a license of its own. */
  TenantServer(LocalCloud cloud, String domain) throws Exception {
    this.cloud = cloud;
    license = NewLicense.issue(domain, 10, Clock.systemUTC());
    var licenses =
        new DynamoLicenses(
            cloud.dynamoDb(), "LicensesTable", RateLimits.DEFAULTS, Clock.systemUTC());
    assertThat(licenses.create(license.license())).isTrue();
    token = signIn();
  }

  private String signIn() throws Exception {
    Map<String, String> keys = Map.of("accessKey", accessKey(), "secretKey", license.secretKey());
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(cloud.url().resolve("/v1/auth"))
                // What curl sends unless told otherwise.
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Json.write(keys))));
    return String.valueOf(data(described("POST /v1/auth", answer)).get("accessToken"));
  }

  String accessKey() {
    return license.license().id();
  }

  String secretKey() {
    return license.secretKey();
  }

  /** {@code GET /v1/sessions}: the users of each room with their states. */
  Map<String, List<String>> sessions() throws Exception {
    List<?> sessions = (List<?>) described("GET /v1/sessions", get("/v1/sessions")).get("data");
    return sessions.stream()
        .map(Map.class::cast)
        .collect(
            Collectors.toMap(
                session -> String.valueOf(session.get("roomName")),
                session -> users((List<?>) session.get("sessionTokens")),
                (one, other) -> one,
                TreeMap::new));
  }

  private static List<String> users(List<?> tokens) {
    return tokens.stream()
        .map(Map.class::cast)
        .map(one -> one.get("userName") + " " + one.get("status") + " " + one.get("platform"))
        .map(String::strip)
        .sorted()
        .toList();
  }

  /**
   * {@code GET /v1/sessions/{room_name}}.
   *
   * @param roomName percent-encoded
   */
  Map<?, ?> room(String roomName) throws Exception {
    return data(described("GET /v1/sessions/{room_name}", get("/v1/sessions/" + roomName)));
  }

  /** A request of the rooms family with this tenant's token. */
  Map<String, Object> post(String path, Map<String, ?> body) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(cloud.url().resolve(path))
                .header("s-connector-jwt", token)
                .POST(BodyPublishers.ofString(Json.write(body))));
    return described("POST " + path, answer);
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(cloud.url().resolve(path)).header("s-connector-jwt", token));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static Map<String, Object> described(String route, HttpResponse<String> answer) {
    assertThat(DESCRIBED.problems(route, answer.statusCode(), answer.body())).isEmpty();
    return new HashMap<>(Json.readObject(answer.body()));
  }

  private static Map<?, ?> data(Map<String, Object> answer) {
    assertThat(answer).containsEntry("status", true);
    return (Map<?, ?>) answer.get("data");
  }

  /** A user of this tenant, registered on a socket. */
  User user(String userId, String userAgent) throws InterruptedException {
    User user = new User(userId, userAgent);
    user.ask(
        "register",
        Map.of(
            "cpCode",
            license.license().cpCode(),
            "authKey",
            license.authKey(),
            "ipAddr",
            "127.0.0.1",
            "name",
            userId));
    return user;
  }

  final class User {
    private final String id;
    private final TestSocket socket;

    private User(String id, String userAgent) {
      this.id = id;
      URI url = cloud.socketUrl("calls");
      socket = TestSocket.open(url, Map.of("User-Agent", userAgent));
    }

    /** Sends an operation and waits for its reply; presence of others is passed over. */
    void ask(String eventOp, Map<String, Object> fields) throws InterruptedException {
      Map<String, Object> frame = new HashMap<>(fields);
      frame.put("eventOp", eventOp);
      frame.put("userId", id);
      frame.put("reqId", eventOp);
      socket.send(Json.write(frame));
      Map<String, ?> reply = Json.readObject(socket.next());
      while (!eventOp.equals(reply.get("reqId"))) {
        reply = Json.readObject(socket.next());
      }
      assertThat(String.valueOf(reply.get("code"))).as("%s", reply).isEqualTo("200");
    }
  }
}
