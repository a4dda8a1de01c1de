package dev.moim.shared.wire.stomp;

import dev.moim.shared.kernel.MalformedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one frame of a text. */
final class FrameReader {

  /** No frame of ours has ten, and each costs a map's entry. */
  private static final int MAX_HEADERS = 64;

  /** More than a message of a socket can hold. */
  private static final int MAX_LENGTH_DIGITS = 8;

  private final String text;

  FrameReader(String text) {
    this.text = text;
  }

  /**
   * A part of the text.
   *
   * @param end where what follows it begins
   */
  record Part<T>(T value, int end) {}

  /**
   * @return empty if the text ends before the frame does
   */
  Optional<Part<StompFrame>> read(int from) {
    Optional<Part<String>> first = line(from);
    if (first.isEmpty()) {
      String begun = StompCodec.withoutReturn(text.substring(from));
      if (!StompCommand.isBegunBy(begun)) {
        throw noCommand();
      }
      return Optional.empty();
    }
    StompCommand command = StompCommand.of(first.get().value()).orElseThrow(FrameReader::noCommand);
    return headers(first.get().end()).flatMap(headers -> body(command, headers));
  }

  private Optional<Part<Map<String, String>>> headers(int from) {
    Map<String, String> headers = new LinkedHashMap<>();
    Optional<Part<String>> line = line(from);
    while (line.isPresent()) {
      Part<String> header = line.get();
      if (header.value().isEmpty()) {
        return Optional.of(new Part<>(headers, header.end()));
      }
      add(headers, header.value());
      line = line(header.end());
    }
    return Optional.empty();
  }

  /** Of two headers with one name the first counts. */
  private static void add(Map<String, String> headers, String line) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw new MalformedException("a header is a name and a value");
    }
    if (headers.size() >= MAX_HEADERS) {
      throw new MalformedException("a frame has at most " + MAX_HEADERS + " headers");
    }
    headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 1));
  }

  /** A line, without its end; empty if the text ends before it does. */
  private Optional<Part<String>> line(int from) {
    int end = text.indexOf('\n', from);
    int none = text.indexOf('\0', from);
    if (none >= 0 && (end < 0 || none < end)) {
      throw new MalformedException("a NUL within a frame's headers");
    }
    if (end < 0) {
      return Optional.empty();
    }
    return Optional.of(new Part<>(StompCodec.withoutReturn(text.substring(from, end)), end + 1));
  }

  private Optional<Part<StompFrame>> body(StompCommand command, Part<Map<String, String>> headers) {
    int from = headers.end();
    String length = headers.value().get(StompCodec.CONTENT_LENGTH);
    int end = length == null ? text.indexOf('\0', from) : after(from, bytes(length));
    if (end < 0 || end >= text.length()) {
      return Optional.empty();
    }
    if (text.charAt(end) != '\0') {
      throw new MalformedException("content-length is not the body's");
    }
    String body = text.substring(from, end);
    if (!body.isEmpty() && !command.takesBody()) {
      throw new MalformedException("a " + command + " has no body");
    }
    return Optional.of(new Part<>(new StompFrame(command, headers.value(), body), end + 1));
  }

  private static int bytes(String length) {
    String digits = length.strip();
    if (digits.isEmpty() || digits.length() > MAX_LENGTH_DIGITS || !isDigits(digits)) {
      throw new MalformedException("content-length is no number of bytes");
    }
    return Integer.parseInt(digits);
  }

  private static boolean isDigits(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Where so many bytes of UTF-8 end.
   *
   * @return the text's length if it has fewer
   */
  private int after(int from, int bytes) {
    int index = from;
    int left = bytes;
    while (left > 0 && index < text.length()) {
      int character = text.codePointAt(index);
      left -= utf8Length(character);
      index += Character.charCount(character);
    }
    if (left < 0) {
      throw new MalformedException("content-length ends within a character");
    }
    return index;
  }

  private static int utf8Length(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  private static MalformedException noCommand() {
    return new MalformedException("a frame begins with a command of STOMP");
  }
}
