package dev.moim.calls.websocket;

import dev.moim.calls.CallError;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Request;
import dev.moim.shared.sockets.socketio.EventStyle;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.eventop.EventOpRequest;
import dev.moim.shared.wire.socketio.SocketIoPacket.Event;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The family's one Socket.IO event, {@code knowledgetalk}, whose argument is the request. The reply
 * goes out as an event and, if the client asked for one, as the acknowledgement too: whoever asked
 * is answered even where the document has no answer.
 */
final class KnowledgetalkEvents implements EventStyle {

  @Override
  public Optional<Dialect> dialectOf(String namespace) {
    return CallDialect.ofNamespace(namespace);
  }

  /** An event of another name is an operation that nobody knows. */
  @Override
  public Request request(Event event) {
    EventOpRequest request = decode(event);
    if (request.malformed()) {
      throw new MalformedException("not a JSON object with an eventOp");
    }
    return new Request(ours(event) ? request.eventOp() : "", request.fields());
  }

  @Override
  public Map<String, ? extends @Nullable Object> acknowledgement(Event event, Answer answer) {
    return said(event, answer).orElseGet(() -> Replies.done(decode(event), Map.of()));
  }

  @Override
  public Optional<Message> reply(Event event, Answer answer) {
    return said(event, answer).map(reply -> Message.of(decode(event).eventOp(), reply));
  }

  private static Optional<Map<String, @Nullable Object>> said(Event event, Answer answer) {
    return ours(event)
        ? Replies.reply(decode(event), answer)
        : Optional.of(
            EventOpCodec.reply(
                decode(event),
                CallError.UNKNOWN_OPERATION.code(),
                "the event's name is " + CallFraming.EVENT,
                Map.of()));
  }

  private static boolean ours(Event event) {
    return event.name().equals(CallFraming.EVENT);
  }

  private static EventOpRequest decode(Event event) {
    return ours(event)
        ? EventOpCodec.decode(event.args().isEmpty() ? null : event.args().getFirst())
        : new EventOpRequest(event.name(), null, new Fields(Map.of()));
  }
}
