package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.studies.identity.nextauth.SessionCookiesTest;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.spec.OpenApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site does nothing with the cookie of whoever visits it. */
class ForeignPagesTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final OpenApi OPEN_API = OpenApi.ofProject();
  private static final String OURS = "https://front.example";

  private final TestClock clock = TestClock.at(SessionCookiesTest.NOW.toString());
  private StudiesApi api;

  @BeforeEach
  void start() {
    api =
        new StudiesApi(
            DYNAMO,
            clock,
            Map.of("NEXTAUTH_SECRET", SessionCookiesTest.SECRET, "ALLOWED_ORIGINS", OURS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://front.example",
        "https://front.example.evil.example",
        "https://front.example:8443",
        "null",
        ""
      })
  void isRefusedWhateverItAsksFor(String origin) {
    for (String route : changing()) {
      var answer = send(route, "{}", Map.of("origin", origin, "content-type", "application/json"));
      assertThat(answer.getStatusCode()).as(route).isEqualTo(403);
      assertThat(answer.getBody()).contains("PERMISSION_DENIED");
    }
    assertThat(api.as("user-456").studies().at("studies")).isEqualTo(List.of());
  }

  @Test
  void isRefusedWhereItsOriginWasStripped() {
    assertThat(create(Map.of("sec-fetch-site", "cross-site"))).isEqualTo(403);
    assertThat(create(Map.of("sec-fetch-site", "same-site"))).isEqualTo(403);
    assertThat(create(Map.of("sec-fetch-site", "same-origin"))).isEqualTo(201);
  }

  @Test
  void aTrustedPageAndWhoeverIsNoBrowserMayAct() {
    assertThat(create(Map.of("origin", OURS))).isEqualTo(201);
    assertThat(create(Map.of("origin", "http://localhost:3000"))).as("our own").isEqualTo(201);
    assertThat(create(Map.of())).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""})
  void aBodyThatAFormCouldSendIsRefusedUnlessItsPageIsTrusted(String type) {
    String route = "POST /api/my-studies";
    String body = "{\"name\":\"S\"}";
    var sent = send(route, body, Map.of("content-type", type));
    assertThat(sent.getStatusCode()).isEqualTo(415);
    var stripped = Map.of("content-type", type, "sec-fetch-site", "same-origin");
    assertThat(send(route, body, stripped).getStatusCode()).isEqualTo(415);
    var foreign = Map.of("content-type", type, "origin", "https://evil.example");
    assertThat(send(route, body, foreign).getStatusCode()).isEqualTo(403);
    var beacon = Map.of("content-type", type, "origin", OURS);
    assertThat(send(route, body, beacon).getStatusCode()).isEqualTo(201);
  }

  @Test
  void aTokenIsSentByNoBrowserByItselfAndNeedsNeither() {
    Map<String, String> headers =
        Map.of(
            "authorization", "Bearer " + api.token("ann"),
            "origin", "https://evil.example",
            "content-type", "application/x-www-form-urlencoded");
    var answer = send("POST /api/my-studies", "{\"name\":\"S\"}", headers);
    assertThat(answer.getStatusCode()).isEqualTo(201);
  }

  @Test
  void readingChangesNothingAndIsLeftToCors() {
    var answer = send("GET /api/my-studies", "", Map.of("origin", "https://evil.example"));
    assertThat(answer.getStatusCode()).isEqualTo(200);
  }

  @Test
  void aCookieIsNothingToRoutesForServers() {
    for (String route : routes().filter(it -> it.startsWith("PUT ")).toList()) {
      var answer = send(route, "{}", Map.of("origin", OURS, "content-type", "application/json"));
      assertThat(answer.getStatusCode()).as(route).isEqualTo(401);
    }
  }

  /** What pages change. */
  private static List<String> changing() {
    return routes().filter(it -> !it.startsWith("GET ") && !it.startsWith("PUT ")).toList();
  }

  private static Stream<String> routes() {
    return OPEN_API.routes("studies").stream();
  }

  private int create(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json; charset=utf-8");
    return send("POST /api/my-studies", "{\"name\":\"S\"}", all).getStatusCode();
  }

  private APIGatewayV2HTTPResponse send(String route, String body, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(route)
            .withRequestContext(
                RequestContext.builder()
                    .withRequestId("r1")
                    .withDomainName("localhost:3000")
                    .build())
            .withHeaders(headers)
            .withCookies(
                SessionCookiesTest.session().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .toList())
            .withPathParameters(Map.of("studyId", "s1", "userId", "ann", "sessionId", "x"))
            .withBody(body)
            .build();
    APIGatewayV2HTTPResponse answer = api.answer(route, event);
    assertThat(OPEN_API.problems(route, answer.getStatusCode(), answer.getBody())).isEmpty();
    return answer;
  }
}
