package dev.moim.calls.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.websocket.OperationEndpoint.Reply;
import dev.moim.testkit.TestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The gateway's side of a socket that has been open for an hour: its frames, to the functions. */
public final class SocketFixture {

  private final SocketEndpoint frames;
  private final SocketEndpoint operations;
  private final Clock clock;

  public SocketFixture(CallsWiring wiring, Clock clock) {
    frames = new FrameHandler(wiring);
    operations = new EventOpEndpoint(Reply.RETURNED, wiring) {};
    this.clock = clock;
  }

  /** A frame that no route of its own takes. What it is answered is posted. */
  public void frame(String connectionId, String text) {
    invoke(frames, connectionId, text);
  }

  /** A frame that its {@code eventOp} led to a function; and what that returned. */
  public Optional<String> operation(String connectionId, String text) {
    return Optional.ofNullable(invoke(operations, connectionId, text).getBody());
  }

  private APIGatewayV2WebSocketResponse invoke(
      SocketEndpoint endpoint, String connectionId, String text) {
    RequestContext context = new RequestContext();
    context.setConnectionId(connectionId);
    context.setConnectedAt(clock.instant().minus(Duration.ofHours(1)).toEpochMilli());
    context.setRequestTimeEpoch(clock.millis());
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    event.setBody(text);
    APIGatewayV2WebSocketResponse response = endpoint.handleRequest(event, TestContext.INSTANCE);
    assertThat(response.getStatusCode()).isEqualTo(200);
    return response;
  }
}
