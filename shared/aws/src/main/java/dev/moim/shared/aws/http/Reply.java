package dev.moim.shared.aws.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of HTTP/1.1.
 *
 * @param lasting whether the connection may be used again
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
record Reply(int status, Map<String, List<String>> headers, byte[] body, boolean lasting) {

  private static final int MAX_LINE = 16_384;
  private static final int MAX_LINES = 200;

  /** A server says once or twice that it goes on; one that never comes to its answer has none. */
  private static final int MAX_INTERIM = 10;

  private static final int MAX_BODY = 8_000_000;

  /** Reads one from the connection; what is no answer of HTTP/1.1 is an exception. */
  static Reply from(Line line) throws IOException {
    for (int interim = 0; interim <= MAX_INTERIM; interim++) {
      String[] first = first(line);
      int status = Integer.parseInt(first[1]);
      Map<String, List<String>> headers = headers(line);
      if (status >= 200) {
        return read(line, first[0], status, headers);
      }
    }
    throw new ProtocolException("too many interim answers");
  }

  private static String[] first(Line line) throws IOException {
    String[] first = text(line).split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5]\\d\\d")) {
      throw new ProtocolException("this is not HTTP/1.1");
    }
    return first;
  }

  private static Reply read(
      Line line, String version, int status, Map<String, List<String>> headers) throws IOException {
    boolean chunked = has(headers, "Transfer-Encoding", "chunked");
    List<String> length = headers.getOrDefault("Content-Length", List.of());
    boolean empty = status == 204 || status == 304;
    boolean sized = empty || chunked || !length.isEmpty();
    byte[] body = empty ? new byte[0] : chunked ? chunks(line) : whole(line, length);
    boolean lasting = sized && version.equals("HTTP/1.1") && !has(headers, "Connection", "close");
    return new Reply(status, headers, body, lasting);
  }

  private static boolean has(Map<String, List<String>> headers, String name, String value) {
    return headers.getOrDefault(name, List.of()).stream()
        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(value));
  }

  private static Map<String, List<String>> headers(Line line) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < MAX_LINES; i++) {
      String text = text(line);
      if (text.isEmpty()) {
        return headers;
      }
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("a header without a name");
      }
      headers
          .computeIfAbsent(text.substring(0, colon), it -> new ArrayList<>())
          .add(text.substring(colon + 1).strip());
    }
    throw new ProtocolException("too many headers");
  }

  private static byte[] whole(Line line, List<String> length) throws IOException {
    if (!length.isEmpty()) {
      return line.read(size(length.getFirst(), 10));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int next = line.read(); next >= 0 && all.size() < MAX_BODY; next = line.read()) {
      all.write(next);
    }
    return all.toByteArray();
  }

  private static byte[] chunks(Line line) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = size(text(line).split(";", 2)[0], 16);
      if (size == 0) {
        headers(line); // trailers, which say nothing that matters here
        return all.toByteArray();
      }
      all.write(line.read(size));
      text(line);
      if (all.size() > MAX_BODY) {
        throw new ProtocolException("too long an answer");
      }
    }
  }

  private static int size(String text, int radix) throws IOException {
    try {
      int size = Integer.parseInt(text.strip(), radix);
      if (size >= 0 && size <= MAX_BODY) {
        return size;
      }
    } catch (NumberFormatException noNumber) {
      // Nor is it a length.
    }
    throw new ProtocolException("a length of " + text);
  }

  /** To the end of the line. */
  private static String text(Line line) throws IOException {
    byte[] text = new byte[128];
    int length = 0;
    for (int next = line.read(); next != '\n'; next = line.read()) {
      if (next < 0) {
        throw new EOFException("the server ended before its answer did");
      }
      if (length == MAX_LINE) {
        throw new ProtocolException("too long a line");
      }
      if (length == text.length) {
        text = Arrays.copyOf(text, 2 * length);
      }
      text[length++] = (byte) next;
    }
    int end = length > 0 && text[length - 1] == '\r' ? length - 1 : length;
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }
}
