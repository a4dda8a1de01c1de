package dev.moim.calls.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.Dispatcher;
import dev.moim.calls.Sender;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.SocketHandler;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves plain-JSON frames that the gateway routed by their {@code eventOp}. Each subclass is one
 * function of the template; which operations reach it is written there.
 */
abstract class OperationHandler extends SocketHandler {

  private static final String PRIMER =
      "{\"eventOp\":\"memberList\",\"userId\":\"nobody\",\"roomId\":\"nowhere\"}";

  /** How the sender gets its reply. */
  enum Reply {
    /** As the function's answer: the route is two-way and the operation always answers. */
    RETURNED,
    /** As a post of its own: the route is one-way, since success may be silent. */
    POSTED
  }

  private final Reply reply;
  private final Dispatcher dispatcher;
  private final Sockets sockets;

  OperationHandler(Reply reply) {
    CallsWiring wiring = new CallsWiring(Environment.settings());
    this.reply = reply;
    this.dispatcher = wiring.dispatcher();
    this.sockets = wiring.sockets();
  }

  @Override
  protected final APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    String connectionId = event.getRequestContext().getConnectionId();
    Optional<String> answer = answer(connectionId, event.getBody());
    if (reply == Reply.RETURNED) {
      return answer.map(SocketHandler::body).orElseGet(() -> status(200));
    }
    answer.ifPresent(text -> sockets.post(connectionId, text));
    return status(200);
  }

  private Optional<String> answer(String connectionId, String text) {
    Optional<Map<String, @Nullable Object>> reply =
        dispatcher.dispatch(
            new Sender(connectionId, Dialect.JSON.code()), EventOpCodec.decode(text));
    return reply.map(Json::write);
  }

  /**
   * A refused request runs through parsing, DynamoDB and the error mapping, and changes nothing.
   */
  @Override
  protected final void prime() {
    answer("snapshot", PRIMER);
  }
}
