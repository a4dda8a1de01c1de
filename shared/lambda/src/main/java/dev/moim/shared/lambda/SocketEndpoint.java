package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.lambda.Invocations.Occasion;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lambda entry of a WebSocket route: logging around one event, and no exception past it, since
 * the gateway's own error frame ends a Socket.IO client's session.
 */
public abstract class SocketEndpoint
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.of(this, () -> prime());

  private final Invocations invocations = new Invocations(Environment.settings());

  /** Serves one event. */
  protected abstract APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event);

  /** What the sender gets when {@link #serve} fails in a way nobody foresaw. */
  protected APIGatewayV2WebSocketResponse failed(APIGatewayV2WebSocketEvent event) {
    return status(500);
  }

  @Override
  public final APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, Context context) {
    if (event.getRequestContext() == null) {
      return status(200); // {"warm":true}: the schedule that keeps the snapshot from being retired
    }
    Long at = event.getRequestContext().getRequestTimeEpoch();
    Occasion frame =
        new Occasion(
            String.valueOf(event.getRequestContext().getRouteKey()),
            Objects.requireNonNullElse(at, 0L));
    return invocations.answer(context, frame, () -> guarded(event));
  }

  private APIGatewayV2WebSocketResponse guarded(APIGatewayV2WebSocketEvent event) {
    try {
      return serve(event);
    } catch (RuntimeException defect) {
      LOG.error("{} failed", event.getRequestContext().getRouteKey(), defect);
      return failed(event);
    }
  }

  protected static APIGatewayV2WebSocketResponse status(int statusCode) {
    APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(statusCode);
    return response;
  }

  protected static APIGatewayV2WebSocketResponse body(String text) {
    APIGatewayV2WebSocketResponse response = status(200);
    response.setBody(text);
    return response;
  }

  /** What {@link Priming} reads for real; it rehearses the handler's events besides. */
  protected abstract void prime();
}
