package dev.moim.shared.wire.stomp;

import dev.moim.shared.kernel.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * STOMP frames as text (STOMP 1.0 to 1.2). A message of a socket may hold several of them, and line
 * ends between them, which are heart-beats; and a frame may go on in the next message.
 */
public final class StompCodec {

  /** What keeps a connection alive while nothing is said. */
  public static final String HEART_BEAT = "\n";

  static final String CONTENT_LENGTH = "content-length";

  private StompCodec() {}

  /**
   * What a text holds.
   *
   * @param rest of the text: a frame that is not finished, without the line ends before it; empty
   *     if all are
   */
  public record Decoded(List<StompFrame> frames, String rest) {}

  /** A body's length is written unless the frame says it. */
  public static String encode(StompFrame frame) {
    StringBuilder text = new StringBuilder(frame.command().name()).append('\n');
    frame.written().forEach((name, value) -> line(text, name, value));
    if (!frame.body().isEmpty() && frame.written(CONTENT_LENGTH).isEmpty()) {
      int bytes = frame.body().getBytes(StandardCharsets.UTF_8).length;
      line(text, CONTENT_LENGTH, Integer.toString(bytes));
    }
    return text.append('\n').append(frame.body()).append('\0').toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(':').append(value).append('\n');
  }

  /**
   * @throws MalformedException if what begins as a frame is none
   */
  public static Decoded decode(String text) {
    List<StompFrame> frames = new ArrayList<>();
    FrameReader reader = new FrameReader(text);
    int at = afterLineEnds(text, 0);
    while (at < text.length()) {
      var frame = reader.read(at);
      if (frame.isEmpty()) {
        return new Decoded(List.copyOf(frames), text.substring(at));
      }
      frames.add(frame.get().value());
      at = afterLineEnds(text, frame.get().end());
    }
    return new Decoded(List.copyOf(frames), "");
  }

  /** Whether a text begins as a frame does, after any line ends; if not, it may continue one. */
  public static boolean begins(String text) {
    int at = afterLineEnds(text, 0);
    int end = text.indexOf('\n', at);
    return end < 0
        ? StompCommand.isBegunBy(text.substring(at))
        : StompCommand.of(withoutReturn(text.substring(at, end))).isPresent();
  }

  private static int afterLineEnds(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '\n' || text.startsWith("\r\n", at))) {
      at++;
    }
    return at;
  }

  static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
