package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.shared.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Socket.IO's clients as they come: they poll, and say who they are, until their socket is open.
 */
class PollingTest extends RoomsFixture {

  private static final int SID_LENGTH = 31;

  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void aClientIsGreetedAndToldToOpenAWebSocket(String revision) {
    APIGatewayV2HTTPResponse greeted = get(Map.of("EIO", revision, "transport", "polling"));

    assertThat(greeted.getStatusCode()).isEqualTo(200);
    assertThat(greeted.getHeaders())
        .containsEntry("content-type", "text/plain; charset=utf-8")
        .containsEntry("cache-control", "no-store");
    Map<String, ?> handshake = handshake(revision, greeted.getBody());
    assertThat(handshake.get("upgrades")).isEqualTo(List.of("websocket"));
    assertThat(String.valueOf(handshake.get("sid"))).hasSize(SID_LENGTH);
    assertThat(String.valueOf(handshake.get("pingInterval"))).isEqualTo("300000");
    assertThat(handshake.containsKey("maxPayload")).isEqualTo(revision.equals("4"));
    assertThat(SessionId.parse(String.valueOf(handshake.get("sid"))).orElseThrow().issuedAt())
        .isEqualTo(clock.instant());
  }

  private static Map<String, ?> handshake(String revision, String body) {
    String packet = body;
    if (revision.equals("3")) {
      int colon = body.indexOf(':');
      packet = body.substring(colon + 1);
      assertThat(packet).hasSize(Integer.parseInt(body.substring(0, colon)));
    }
    assertThat(packet).startsWith("0{");
    return Json.readObject(packet.substring(1));
  }

  @Test
  void aPollWaitsAMomentAndAsksNobody() {
    DYNAMO.counter().reset();
    assertThat(get(session("4", issue())).getBody()).isEqualTo("6");
    assertThat(get(session("3", issue())).getBody()).isEqualTo("1:6");
    assertThat(DYNAMO.counter().requests()).isZero();
    assertThat(api.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
  }

  /** So that one whose WebSocket does not come asks some fifteen times and not a hundred. */
  @Test
  void theLongerItTakesTheLongerAPollWaits() {
    SessionId session = issue();
    int polls = 0;
    while (get(session("4", session)).getStatusCode() == 200) {
      clock.advance(api.pauses.getLast().plusMillis(50));
      polls++;
    }
    assertThat(polls).isBetween(10, 20);
    assertThat(api.pauses).isSorted().last().isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whoHasNoWebSocketIsToldThatOneIsNeeded() {
    SessionId session = issue();
    clock.advance(SessionId.POLLING.plusMillis(1));
    String message =
        "WebSocket needed: this session had none within 20 seconds, and polling alone does not do";
    assertRefused(get(session("4", session)), 400, 1, message);
    assertRefused(post(session("4", session), "40"), 400, 1, message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', polling, 5, Unsupported protocol version",
    "2, polling, 5, Unsupported protocol version",
    "5, polling, 5, Unsupported protocol version",
    "4, websocket, 0, Transport unknown",
    "4, '', 0, Transport unknown"
  })
  void whatEngineIoRefusesIsRefusedInItsWords(
      String revision, String transport, int code, String message) {
    Map<String, String> query = new HashMap<>(Map.of("EIO", revision, "transport", transport));
    query.values().removeIf(String::isEmpty);
    assertRefused(get(query), 400, code, message);
    assertRefused(post(query, "40"), 400, code, message);
  }

  @Test
  void anIdThatIsNoneIsUnknown() {
    Map<String, String> query = Map.of("EIO", "4", "transport", "polling", "sid", "made up");
    assertRefused(get(query), 400, 1, "Session ID unknown");
    assertRefused(post(query, "40"), 400, 1, "Session ID unknown");
    Map<String, String> none = Map.of("EIO", "4", "transport", "polling");
    assertRefused(post(none, "40"), 400, 3, "Bad request");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 40, 40",
    "4, '40{\"token\":\"가😀\"}', '40{\"token\":\"가😀\"}'",
    "4, '40/SignalServer,{\"a\":1}', '40/SignalServer,{\"a\":1}'",
    "3, '16:40/SignalServer,', '40/SignalServer,'",
    "3, '20:40/SignalServer?a=b,1:2', '40/SignalServer?a=b,'"
  })
  void itsWishToBeConnectedIsKept(String revision, String body, String packet) {
    SessionId session = issue();
    DYNAMO.counter().reset();
    assertThat(post(session(revision, session), body).getBody()).isEqualTo("ok");
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("UpdateItem", 1));
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(1);
    assertThat(kept(session)).containsExactly(packet);
  }

  @Test
  void aBodyThatTheGatewayDoesNotTakeForTextIsRead() {
    SessionId session = issue();
    APIGatewayV2HTTPEvent event = event(session("4", session));
    event.setBody(Base64.getEncoder().encodeToString("40".getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    assertThat(answer("POST", event).getStatusCode()).isEqualTo(200);
    assertThat(kept(session)).containsExactly("40");
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4, 3", "4, 2probe", "3, 1:1", "3, 1:2"})
  void whatNeedsNoAnswerIsNotKept(String revision, String body) {
    DYNAMO.counter().reset();
    assertThat(post(session(revision, issue()), body).getBody()).isEqualTo("ok");
    assertThat(DYNAMO.counter().requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "42[\"video:join-room\",{}]",
        "41",
        "40{",
        "40[]",
        "b4AQID",
        "450-[\"x\",{\"_placeholder\":true,\"num\":0}]",
        "40/a,\u001e40/b,\u001e40/c,\u001e40/d,\u001e40/e,"
      })
  void anythingElseHasToWaitForTheWebSocket(String body) {
    SessionId session = issue();
    APIGatewayV2HTTPResponse refused = post(session("4", session), body);
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(Json.readObject(refused.getBody()).get("code")).hasToString("3");
    assertThat(kept(session)).isEmpty();
  }

  @Test
  void aLongBodyIsRefusedWithTheLimit() {
    String longest = "40{\"token\":\"" + "x".repeat(16 * 1_024 - 14) + "\"}";
    assertThat(post(session("4", issue()), longest).getStatusCode()).isEqualTo(200);
    String message = "Payload too large: clients send up to 16 KB before their WebSocket is open";
    assertRefused(post(session("4", issue()), longest + " "), 413, 3, message);
    assertRefused(post(session("4", issue()), "4".repeat(130 * 1_024)), 413, 3, message);
  }

  @Test
  void aSessionThatHasItsSocketTakesNothingMore() {
    SessionId session = issue();
    sessions().claim(session, "c1");
    assertThat(post(session("4", session), "40").getStatusCode()).isEqualTo(200);
    sessions().take(session, "c1");
    assertRefused(post(session("4", session), "40/a,"), 400, 3, "Bad request");
  }

  private SessionId issue() {
    return SessionId.issue(clock.instant());
  }

  private static Map<String, String> session(String revision, SessionId session) {
    return Map.of("EIO", revision, "transport", "polling", "sid", session.text());
  }

  private List<String> kept(SessionId session) {
    sessions().claim(session, "c1");
    return sessions().take(session, "c1").orElseThrow();
  }

  private static DynamoPollingSessions sessions() {
    return new DynamoPollingSessions(DYNAMO.client(), DYNAMO.table("HandshakesTable"));
  }

  private static void assertRefused(
      APIGatewayV2HTTPResponse response, int status, int code, String message) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    Map<String, ?> body = Json.readObject(response.getBody());
    assertThat(String.valueOf(body.get("code"))).isEqualTo("" + code);
    assertThat(body.get("message")).isEqualTo(message);
  }

  private APIGatewayV2HTTPResponse get(Map<String, String> query) {
    return answer("GET", event(query));
  }

  private APIGatewayV2HTTPResponse post(Map<String, String> query, String body) {
    APIGatewayV2HTTPEvent event = event(query);
    event.setBody(body);
    return answer("POST", event);
  }

  private APIGatewayV2HTTPEvent event(Map<String, String> query) {
    APIGatewayV2HTTPEvent event = RoomsApi.event("");
    event.getRequestContext().setTimeEpoch(clock.millis());
    event.setQueryStringParameters(query);
    return event;
  }

  /** Each answer is held against its description. */
  private APIGatewayV2HTTPResponse answer(String method, APIGatewayV2HTTPEvent event) {
    String route = method + " /socket.io";
    event.setRouteKey(route);
    return api.described(route, event);
  }
}
