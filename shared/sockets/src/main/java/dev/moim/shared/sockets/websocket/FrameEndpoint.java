package dev.moim.shared.sockets.websocket;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.lambda.SocketEndpoint;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code $default}: every frame that no route of its own takes. The route is one-way: everything
 * said here is posted.
 */
public abstract class FrameEndpoint extends SocketEndpoint {

  /** A socket server: what it says to a frame, whatever that is. */
  @FunctionalInterface
  public interface Frames {
    List<String> answer(Sender sender, String frame);
  }

  private final Dialect dialect;
  private final Frames frames;
  private final Sockets sockets;

  /**
   * @param dialect of sockets that have not said anything else
   */
  protected FrameEndpoint(Dialect dialect, Frames frames, Sockets sockets) {
    this.dialect = dialect;
    this.frames = frames;
    this.sockets = sockets;
  }

  @Override
  protected final APIGatewayV2WebSocketResponse serve(APIGatewayV2WebSocketEvent event) {
    Sender sender = Senders.of(event, dialect);
    String frame = event.getBody() == null ? "" : event.getBody();
    frames.answer(sender, frame).forEach(text -> sockets.post(sender.connectionId(), text));
    return status(200);
  }

  /** For priming: a frame that is refused runs through everything and changes nothing. */
  protected final void rehearse(String frame) {
    frames.answer(new Sender("snapshot", dialect, Instant.EPOCH, Duration.ofDays(1)), frame);
  }
}
