package dev.moim.shared.wire.eventop;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and replies of the calls family, as JSON trees. */
public final class EventOpCodec {

  private static final String EVENT_OP = "eventOp";
  private static final String REQ_ID = "reqId";

  private EventOpCodec() {}

  /**
   * Reads a request, whatever it is: what cannot be read comes back {@linkplain
   * EventOpRequest#malformed malformed}, with its {@code reqId} where that could be read.
   *
   * @param frame the text of a frame, or a Socket.IO event's argument: an object's tree, or its
   *     text, which some iOS clients send
   */
  public static EventOpRequest decode(@Nullable Object frame) {
    try {
      return request(Json.asObject(frame instanceof String text ? Json.read(text) : frame));
    } catch (MalformedException notAnObject) {
      return request(Map.of());
    }
  }

  /**
   * A reply in the documents' order: {@code eventOp, reqId, code, message}, then the operation's
   * own fields, which cannot replace those four. A request without {@code reqId} gets none back.
   *
   * @param code always a text on the wire, though it looks like a number
   */
  public static Map<String, @Nullable Object> reply(
      EventOpRequest request,
      String code,
      String message,
      Map<String, ? extends @Nullable Object> extra) {
    Map<String, @Nullable Object> reply = new LinkedHashMap<>();
    reply.put(EVENT_OP, request.eventOp());
    if (request.reqId() != null) {
      reply.put(REQ_ID, request.reqId());
    }
    reply.put("code", code);
    reply.put("message", message);
    extra.forEach(reply::putIfAbsent);
    return reply;
  }

  private static EventOpRequest request(Map<String, @Nullable Object> object) {
    String eventOp = object.get(EVENT_OP) instanceof String name ? name : "";
    return new EventOpRequest(eventOp, object.get(REQ_ID), new Fields(object));
  }
}
