package dev.moim.shared.sockets.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Reads from an event of the gateway over which socket it came, and when. */
final class Senders {

  private Senders() {}

  static Sender of(APIGatewayV2WebSocketEvent event, Dialect dialect) {
    var context = event.getRequestContext();
    long receivedAt = context.getRequestTimeEpoch();
    String frame = event.getBody() == null ? "" : event.getBody();
    return new Sender(
            context.getConnectionId(),
            dialect,
            Instant.ofEpochMilli(receivedAt),
            Duration.ofMillis(receivedAt - context.getConnectedAt()))
        .sending(frame.getBytes(StandardCharsets.UTF_8).length);
  }
}
