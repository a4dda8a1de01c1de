package dev.moim.shared.sockets.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves frames that the gateway routed to the function of their operation. */
public abstract class OperationEndpoint extends SocketEndpoint {

  /** How the sender gets its reply. */
  public enum Reply {
    /** As the function's answer: the route is two-way and the operation always answers. */
    RETURNED,
    /** As a post of its own: the route is one-way, since success may be silent. */
    POSTED
  }

  /** Runs the operation a frame names. */
  @FunctionalInterface
  public interface Frames {
    Optional<String> answer(Sender sender, @Nullable String frame);
  }

  private final Reply reply;
  private final Dialect dialect;
  private final Frames frames;
  private final Sockets sockets;

  protected OperationEndpoint(Reply reply, Dialect dialect, Frames frames, Sockets sockets) {
    this.reply = reply;
    this.dialect = dialect;
    this.frames = frames;
    this.sockets = sockets;
  }

  @Override
  protected final APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Sender sender = Senders.of(event, dialect);
    Optional<String> answer = frames.answer(sender, event.getBody());
    if (reply == Reply.RETURNED) {
      return answer.map(SocketEndpoint::body).orElseGet(() -> status(200));
    }
    answer.ifPresent(text -> sockets.post(sender.connectionId(), text));
    return status(200);
  }

  /** For priming: a request that is refused runs through everything and changes nothing. */
  protected final void rehearse(String frame) {
    frames.answer(new Sender("snapshot", dialect, Instant.EPOCH, Duration.ofDays(1)), frame);
  }
}
