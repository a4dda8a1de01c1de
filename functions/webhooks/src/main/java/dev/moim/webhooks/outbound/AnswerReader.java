package dev.moim.webhooks.outbound;

import dev.moim.webhooks.delivery.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1: all of it, but no more than 64 KB. */
final class AnswerReader {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int NOTE_CHARACTERS = 200;
  private static final int HEX = 16;
  private static final int INFORMATIONAL = 200;
  private static final int SUCCESSFUL = 300;
  private static final int REDIRECTING = 400;
  private static final int NO_CONTENT = 204;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})(?:;.*)?");

  /** The answer is none, or too long. */
  private static final class BadAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    BadAnswerException(String message) {
      super(message);
    }
  }

  private final InputStream in;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int left = MOST_BYTES;

  AnswerReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  Answer read() throws IOException {
    int status = 0;
    try {
      Map<String, String> headers;
      do {
        status = status();
        headers = headers();
      } while (status < INFORMATIONAL);
      readBody(status, headers);
      return answer(status);
    } catch (BadAnswerException bad) {
      return Answer.failed(status, String.valueOf(bad.getMessage()));
    } catch (EOFException early) {
      return Answer.failed(status, "the answer ended early");
    }
  }

  private Answer answer(int status) {
    if (status >= SUCCESSFUL && status < REDIRECTING) {
      return Answer.failed(status, "a redirect, which is not followed");
    }
    String text = body.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ").strip();
    return new Answer(status < SUCCESSFUL, status, beginning(text));
  }

  /** Of whole characters: half of one is no text, and no JSON either. */
  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) > NOTE_CHARACTERS
        ? text.substring(0, text.offsetByCodePoints(0, NOTE_CHARACTERS))
        : text;
  }

  private int status() throws IOException {
    var matcher = STATUS.matcher(line());
    if (!matcher.matches()) {
      throw new BadAnswerException("the answer is not HTTP");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private void readBody(int status, Map<String, String> headers) throws IOException {
    String length = headers.getOrDefault("content-length", "");
    if (status == NO_CONTENT) {
      return;
    }
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      readChunks();
    } else if (LENGTH.matcher(length).matches()) {
      take(Integer.parseInt(length));
    } else {
      for (int next = next(); next >= 0; next = next()) {
        body.write(next);
      }
    }
  }

  private void readChunks() throws IOException {
    int size;
    do {
      var matcher = CHUNK.matcher(line());
      if (!matcher.matches()) {
        throw new BadAnswerException("the answer's chunks are malformed");
      }
      size = Integer.parseInt(matcher.group(1), HEX);
      take(size);
      line();
    } while (size > 0);
  }

  private void take(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      body.write(required());
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = required(); next != '\n'; next = required()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private int required() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  private int next() throws IOException {
    if (left-- == 0) {
      throw new BadAnswerException("the answer has more than 64 KB");
    }
    return in.read();
  }
}
