package dev.moim.studies.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.TrustedOrigins;
import dev.moim.studies.SignalWiring;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway's side of a socket: events for the family's three socket functions. */
public final class SocketFixture {

  /** Whose pages may open sockets with a cookie. */
  public static final String OURS = "https://front.example";

  private final ConnectHandler connect;
  private final FrameHandler frame;
  private final DisconnectHandler disconnect;
  private final TestClock clock;
  private final Map<String, Long> connectedAt = new HashMap<>();
  private final Map<String, Long> lastFrame = new HashMap<>();

  public SocketFixture(SignalWiring wiring, Sockets sockets, TestClock clock) {
    connect = new ConnectHandler(wiring, new TrustedOrigins(List.of(OURS)));
    frame = new FrameHandler(wiring.frames(), sockets);
    disconnect = new DisconnectHandler(wiring.loseSocket());
    this.clock = clock;
  }

  /** The status that the upgrade is answered with. */
  public int connect(String connectionId, Map<String, String> query, Map<String, String> headers) {
    connectedAt.put(connectionId, clock.millis());
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.setQueryStringParameters(query);
    event.setHeaders(headers);
    return connect.handleRequest(event, TestContext.INSTANCE).getStatusCode();
  }

  /** A client's frames come one after the other: no two of a socket in the same millisecond. */
  public void frame(String connectionId, String text) {
    if (clock.millis() <= lastFrame.getOrDefault(connectionId, 0L)) {
      clock.advance(Duration.ofMillis(1));
    }
    lastFrame.put(connectionId, clock.millis());
    frame(connectionId, text, clock.instant());
  }

  /** A frame that waited for a function since the gateway received it. */
  public void frame(String connectionId, String text, Instant receivedAt) {
    assertThat(status(connectionId, text, receivedAt)).isEqualTo(200);
  }

  /** The same of a function that may fail: what it answers the gateway. */
  public int status(String connectionId, String text, Instant receivedAt) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.getRequestContext().setRequestTimeEpoch(receivedAt.toEpochMilli());
    event.setBody(text);
    return frame.handleRequest(event, TestContext.INSTANCE).getStatusCode();
  }

  public void disconnect(String connectionId) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    assertThat(disconnect.handleRequest(event, TestContext.INSTANCE).getStatusCode())
        .isEqualTo(200);
  }

  private APIGatewayV2WebSocketEvent event(String connectionId) {
    RequestContext context = new RequestContext();
    context.setConnectionId(connectionId);
    context.setDomainName("localhost:3000");
    context.setConnectedAt(connectedAt.getOrDefault(connectionId, clock.millis()));
    context.setRequestTimeEpoch(clock.millis());
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    return event;
  }
}
