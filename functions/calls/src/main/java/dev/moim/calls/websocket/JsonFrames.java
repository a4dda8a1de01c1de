package dev.moim.calls.websocket;

import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Request;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.wire.eventop.EventOpCodec;
import dev.moim.shared.wire.eventop.EventOpRequest;
import dev.moim.shared.wire.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests that are one JSON object a frame. */
public final class JsonFrames {

  private final Dispatcher dispatcher;

  public JsonFrames(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * @return the reply, or empty when the operation succeeded and its document has no answer for it
   */
  public Optional<String> answer(Sender sender, @Nullable String frame) {
    EventOpRequest request = EventOpCodec.decode(frame);
    return Replies.reply(request, answer(sender, request)).map(Json::write);
  }

  private Answer answer(Sender sender, EventOpRequest request) {
    return request.malformed()
        ? dispatcher.malformed("not a JSON object with an eventOp")
        : dispatcher.dispatch(sender, new Request(request.eventOp(), request.fields()));
  }
}
