package dev.moim.calls.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import dev.moim.calls.World;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that begin by polling and change to their socket, as Socket.IO's do unless told not. */
class PollingUpgradeTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "LicensesTable", "RoomsTable", "ConnectionsTable", "MailboxTable", "HandshakesTable");

  private World world;
  private DynamoPollingSessions sessions;
  private ConnectHandler connect;
  private FrameHandler frame;

  @BeforeEach
  void setUp() {
    String table = DYNAMO.table("HandshakesTable");
    world = new World(DYNAMO, Map.of("HANDSHAKES_TABLE", table));
    sessions = new DynamoPollingSessions(DYNAMO.client(), table);
    connect = new ConnectHandler(world.wiring);
    frame = new FrameHandler(world.wiring);
  }

  @Test
  void everyNamespaceThatWasAskedForIsAnswered() {
    SessionId session = issue();
    sessions.keep(session, List.of("40", "40/SignalServer,", "40/other,"));
    assertThat(connect("c1", session, "4")).isEqualTo(200);
    assertThat(send("c1", "2probe")).containsExactly("3probe");
    assertThat(send("c1", "5"))
        .hasSize(3)
        .anySatisfy(answer -> assertThat(answer).startsWith("40{\"sid\":\""))
        .anySatisfy(answer -> assertThat(answer).startsWith("40/SignalServer,{\"sid\":\""))
        .contains("44/other,{\"message\":\"Invalid namespace\"}");
    assertThat(send("c1", "5")).isEmpty();
    world.fire("upgraded");
    assertThat(world.sockets.isOpen("c1")).isTrue();
    assertThat(world.timers.take())
        .singleElement()
        .satisfies(due -> {
          assertThat(due.timer().kind()).isEqualTo("ping");
          assertThat(due.delay()).isEqualTo(Duration.ofSeconds(270));
        });
  }

  @Test
  void revision3IsWelcomedFirst() {
    SessionId session = issue();
    sessions.keep(session, List.of("40/SignalServer,"));
    connect("c1", session, "3");
    assertThat(send("c1", "5")).containsExactly("40", "40/SignalServer,");
  }

  @Test
  void aSessionBelongsToOneSocketAndIsSoonOver() {
    SessionId session = issue();
    assertThat(connect("c1", session, "4")).isEqualTo(200);
    assertThat(connect("c2", session, "4")).isEqualTo(400);
    assertThat(connect("c3", SessionId.issue(world.clock.instant().minusSeconds(31)), "4"))
        .isEqualTo(400);
    assertThat(world.connections.findNow("c2")).isEmpty();
  }

  @Test
  void aSocketThatIsNotPutToUseIsClosed() {
    connect("c1", issue(), "4");
    assertThat(send("c1", "2probe")).containsExactly("3probe");
    world.fire("upgraded");
    assertThat(world.sockets.isOpen("c1")).isFalse();
  }

  @Test
  void whatIsSaidOverTheSocketIsAnsweredAsOnAnyOther() {
    connect("c1", issue(), "4");
    send("c1", "5");
    assertThat(send("c1", "40")).singleElement().asString().startsWith("40{\"sid\":\"");
    assertThat(send("c1", "42[\"knowledgetalk\",{\"eventOp\":\"memberList\",\"reqId\":\"1\"}]"))
        .singleElement()
        .asString()
        .contains("\"reqId\":\"1\"");
  }

  @Test
  void aHandshakeCostsAFewRequests() {
    SessionId session = issue();
    sessions.keep(session, List.of("40"));
    DYNAMO.counter().reset();
    connect("c1", session, "4");
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("UpdateItem", 1, "PutItem", 1));
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(2);
    DYNAMO.counter().reset();
    send("c1", "5");
    // What it speaks, for which session, and what for each answer; what waits; that it was
    // answered.
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("GetItem", 3, "UpdateItem", 2));
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(1.5);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(2);
  }

  private SessionId issue() {
    return SessionId.issue(world.clock.instant());
  }

  private int connect(String connectionId, SessionId session, String revision) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.setQueryStringParameters(
        Map.of("EIO", revision, "transport", "websocket", "sid", session.text()));
    event.setHeaders(Map.of());
    return connect.handleRequest(event, TestContext.INSTANCE).getStatusCode();
  }

  private List<String> send(String connectionId, String text) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.setBody(text);
    assertThat(frame.handleRequest(event, TestContext.INSTANCE).getStatusCode()).isEqualTo(200);
    return world.sockets.take(connectionId);
  }

  private APIGatewayV2WebSocketEvent event(String connectionId) {
    RequestContext context = new RequestContext();
    context.setConnectionId(connectionId);
    context.setConnectedAt(world.clock.millis());
    context.setRequestTimeEpoch(world.clock.millis());
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    return event;
  }
}
