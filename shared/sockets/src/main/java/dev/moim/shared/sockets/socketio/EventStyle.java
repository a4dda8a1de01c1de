package dev.moim.shared.sockets.socketio;

import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Request;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a family's requests and answers travel as Socket.IO events. */
public interface EventStyle {

  /**
   * @return empty if the family has no such namespace
   */
  Optional<Dialect> dialectOf(String namespace);

  /**
   * What a client asks for with an event.
   *
   * @throws dev.moim.shared.kernel.MalformedException if the event is no request
   */
  Request request(Event event);

  /** What the acknowledgement says, where the client asked for one. */
  Map<String, ? extends @Nullable Object> acknowledgement(Event event, Answer answer);

  /** What the sender is told besides; empty for nothing. */
  Optional<Message> reply(Event event, Answer answer);

  /** Whether the acknowledgement goes out before the {@link #reply}. */
  default boolean acknowledgesFirst() {
    return true;
  }
}
