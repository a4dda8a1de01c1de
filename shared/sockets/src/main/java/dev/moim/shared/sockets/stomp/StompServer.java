package dev.moim.shared.sockets.stomp;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Refusal;
import dev.moim.shared.sockets.Request;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.shared.wire.stomp.StompVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a STOMP server says to each message of a socket (STOMP 1.0 to 1.2). A family serves the
 * operations {@link #CONNECT}, {@link #SUBSCRIBE} and {@link #UNSUBSCRIBE}, whose fields are the
 * frame's headers, and for each destination that takes messages one by the name of {@link #sendTo},
 * whose fields are the body's. Acknowledgements are taken and mean nothing: no message is kept to
 * be sent again.
 */
public final class StompServer {

  public static final String CONNECT = "CONNECT";
  public static final String SUBSCRIBE = "SUBSCRIBE";
  public static final String UNSUBSCRIBE = "UNSUBSCRIBE";

  /** The field of {@link #CONNECT} that says what was agreed on, such as {@code 1.2}. */
  public static final String VERSION = "version";

  /** The field of {@link #SUBSCRIBE} and {@link #UNSUBSCRIBE} for {@link StompDialect}. */
  public static final String WRITTEN_ID = "writtenId";

  /** Where the header of a frame is, if a body has a field of that name. */
  public static final String HEADERS = "headers";

  private final Dispatcher dispatcher;
  private final StompStyle style;
  private final FrameStream stream;
  private final Function<String, Optional<StompVersion>> versions;

  /**
   * @param versions finds what a connection has agreed on; asked only for headers with escapes
   */
  public StompServer(
      Dispatcher dispatcher,
      StompStyle style,
      FrameStream stream,
      Function<String, Optional<StompVersion>> versions) {
    this.dispatcher = dispatcher;
    this.style = style;
    this.stream = stream;
    this.versions = versions;
  }

  /** The name of the operation that takes what is sent to a destination. */
  public static String sendTo(String destination) {
    return "SEND " + destination;
  }

  /**
   * Carries out what a message of a socket holds.
   *
   * @param reply posts what is said to a frame before the next one is carried out: that one may
   *     have messages posted, which would arrive before {@code CONNECTED}
   * @return whether the socket is to be closed afterwards, as it is after every {@code ERROR}
   */
  public boolean answer(Sender sender, String text, Consumer<String> reply) {
    try {
      for (StompFrame frame : stream.read(sender, text)) {
        Answer answer = answer(sender, frame);
        if (answer instanceof Answer.Refused(Refusal refusal)) {
          reply.accept(StompReplies.error(refusal, style.error(refusal), receipt(frame)));
          return true;
        }
        success(frame, answer).ifPresent(reply);
      }
    } catch (MalformedException noFrame) {
      if (malformed(noFrame) instanceof Answer.Refused(Refusal refusal)) {
        reply.accept(StompReplies.error(refusal, style.error(refusal), Optional.empty()));
      }
      return true;
    }
    return false;
  }

  private Answer answer(Sender sender, StompFrame frame) {
    try {
      return switch (frame.command()) {
        case CONNECT, STOMP -> connect(sender, frame);
        case SUBSCRIBE -> dispatcher.dispatch(sender, subscription(sender, frame, SUBSCRIBE));
        case UNSUBSCRIBE -> dispatcher.dispatch(sender, subscription(sender, frame, UNSUBSCRIBE));
        case SEND -> dispatcher.dispatch(sender, message(sender, frame));
        case ACK, NACK, DISCONNECT -> new Answer.Done(Optional.empty());
        case BEGIN, COMMIT, ABORT -> throw new MalformedException("there are no transactions");
        case CONNECTED, MESSAGE, RECEIPT, ERROR ->
            throw new MalformedException("a client does not send " + frame.command());
      };
    } catch (MalformedException noRequest) {
      return malformed(noRequest);
    }
  }

  private Answer malformed(MalformedException why) {
    return dispatcher.malformed(String.valueOf(why.getMessage()));
  }

  private Answer connect(Sender sender, StompFrame frame) {
    StompVersion version =
        StompReplies.version(frame)
            .orElseThrow(() -> new MalformedException("supported versions are 1.0, 1.1 and 1.2"));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(frame.written());
    fields.put(VERSION, version.code());
    return dispatcher.dispatch(sender, new Request(CONNECT, new Fields(fields)));
  }

  /** Before 1.1 a subscription needs no id: its destination is one. */
  private Request subscription(Sender sender, StompFrame frame, String name) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(headers(sender, frame));
    String id =
        frame
            .written("id")
            .or(() -> frame.written("destination"))
            .orElseThrow(() -> new MalformedException("a subscription has an id"));
    fields.put(WRITTEN_ID, id);
    return new Request(name, new Fields(fields));
  }

  private Request message(Sender sender, StompFrame frame) {
    Map<String, String> headers = headers(sender, frame);
    String destination = headers.get("destination");
    if (destination == null) {
      throw new MalformedException("a message has a destination");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(Json.readObject(frame.body()));
    fields.put(HEADERS, headers);
    return new Request(sendTo(destination), new Fields(fields));
  }

  private Map<String, String> headers(Sender sender, StompFrame frame) {
    StompVersion version =
        frame.hasEscapes()
            ? versions.apply(sender.connectionId()).orElse(StompVersion.V1_2)
            : StompVersion.V1_2;
    return frame.headers(version);
  }

  private static Optional<String> success(StompFrame frame, Answer answer) {
    return frame.command() == StompCommand.CONNECT || frame.command() == StompCommand.STOMP
        ? Optional.of(StompReplies.connected(frame, answer))
        : receipt(frame).map(StompReplies::receipt);
  }

  /** Only what follows a connection can ask for a receipt. */
  private static Optional<String> receipt(StompFrame frame) {
    boolean connects =
        frame.command() == StompCommand.CONNECT || frame.command() == StompCommand.STOMP;
    return connects ? Optional.empty() : frame.written("receipt");
  }
}
