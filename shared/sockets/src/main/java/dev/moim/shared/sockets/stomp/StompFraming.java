package dev.moim.shared.sockets.stomp;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.shared.wire.stomp.StompVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as {@code MESSAGE} frames. A message's name is its destination, its field {@link
 * #MESSAGE_ID} the header of that name, and the others are the body. The payload is the frame
 * without what differs between subscriptions, so that it is written once for all of them.
 */
public final class StompFraming implements Framing {

  /** The field that becomes a header. */
  public static final String MESSAGE_ID = "message-id";

  private static final String DESTINATION = "destination";
  private static final String COMMAND = StompCommand.MESSAGE.name() + "\n";

  /**
   * @throws IllegalArgumentException if the message has no id: a defect of the family
   */
  @Override
  public String payload(Message message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(message.fields());
    Object id = body.remove(MESSAGE_ID);
    if (!(id instanceof String text)) {
      throw new IllegalArgumentException("a message without an id");
    }
    StompFrame frame =
        StompFrame.of(StompCommand.MESSAGE)
            .with(MESSAGE_ID, text, StompVersion.V1_2)
            .with(DESTINATION, message.name(), StompVersion.V1_2)
            .repeating("content-type", "application/json")
            .saying(Json.write(body));
    return StompCodec.encode(frame).substring(COMMAND.length());
  }

  @Override
  public Message message(String payload) {
    StompFrame frame = StompCodec.decode(COMMAND + payload).frames().getFirst();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(Json.readObject(frame.body()));
    fields.put(MESSAGE_ID, required(frame, MESSAGE_ID));
    return Message.of(required(frame, DESTINATION), fields);
  }

  @Override
  public String frame(Dialect dialect, String payload) {
    String subscription = "subscription:" + StompDialect.writtenId(dialect) + "\n";
    String ack =
        StompDialect.isAcknowledged(dialect)
            ? "ack:" + payload.substring(MESSAGE_ID.length() + 1, payload.indexOf('\n')) + "\n"
            : "";
    return COMMAND + subscription + ack + payload;
  }

  private static String required(StompFrame frame, String name) {
    return frame
        .header(name, StompVersion.V1_2)
        .orElseThrow(() -> new MalformedException("a message without " + name));
  }
}
