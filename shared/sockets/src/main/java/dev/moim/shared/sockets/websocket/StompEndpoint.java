package dev.moim.shared.sockets.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.stomp.StompDialect;
import dev.moim.shared.sockets.stomp.StompServer;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code $default} of a socket that speaks STOMP: every message. The route is one-way: everything
 * said here is posted, and after an error the socket is closed.
 */
public abstract class StompEndpoint extends SocketEndpoint {

  private final StompServer server;
  private final Sockets sockets;

  protected StompEndpoint(StompServer server, Sockets sockets) {
    this.server = server;
    this.sockets = sockets;
  }

  @Override
  protected final APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Sender sender = Senders.of(event, StompDialect.ofConnection());
    String text = event.getBody() == null ? "" : event.getBody();
    if (server.answer(sender, text, reply -> sockets.post(sender.connectionId(), reply))) {
      sockets.close(sender.connectionId());
    }
    return status(200);
  }

  /** For priming: a frame that is refused runs through everything and changes nothing. */
  protected final void rehearse(String frame) {
    server.answer(
        new Sender("snapshot", StompDialect.ofConnection(), Instant.EPOCH, Duration.ofDays(1)),
        frame,
        reply -> {});
  }
}
