package dev.moim.studies.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import dev.moim.studies.SignalWiring;
import java.util.Map;

/** The gateway's side of a socket: events for the family's three socket functions. */
public final class SocketFixture {

  private final ConnectHandler connect;
  private final FrameHandler frame;
  private final DisconnectHandler disconnect;

  public SocketFixture(SignalWiring wiring) {
    connect = new ConnectHandler(wiring);
    frame = new FrameHandler(wiring);
    disconnect = new DisconnectHandler(wiring);
  }

  /** The status that the upgrade is answered with. */
  public int connect(String connectionId, Map<String, String> query, Map<String, String> headers) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.setQueryStringParameters(query);
    event.setHeaders(headers);
    return connect.serve(event).getStatusCode();
  }

  public void frame(String connectionId, String text) {
    APIGatewayV2WebSocketEvent event = event(connectionId);
    event.setBody(text);
    frame.serve(event);
  }

  public void disconnect(String connectionId) {
    disconnect.serve(event(connectionId));
  }

  private static APIGatewayV2WebSocketEvent event(String connectionId) {
    RequestContext context = new RequestContext();
    context.setConnectionId(connectionId);
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    return event;
  }
}
