package dev.moim.shared.wire.stomp;

import dev.moim.shared.kernel.MalformedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One frame. Its headers are kept as they are written: what they mean depends on the version that a
 * connection has agreed on, and what is only repeated to whoever wrote it needs no meaning.
 *
 * @param written names and values of headers, in the order of the frame
 */
public record StompFrame(StompCommand command, Map<String, String> written, String body) {

  public StompFrame {
    written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  public static StompFrame of(StompCommand command) {
    return new StompFrame(command, Map.of(), "");
  }

  /** A header as it is written. */
  public Optional<String> written(String name) {
    return Optional.ofNullable(written.get(name));
  }

  /**
   * What a header means.
   *
   * @throws MalformedException if the version has no such escape
   */
  public Optional<String> header(String name, StompVersion version) {
    String key = command.isEscaped() ? HeaderText.escape(name, version) : name;
    return written(key).map(value -> unescaped(value, version));
  }

  /**
   * What all headers mean, by name.
   *
   * @throws MalformedException if the version has no such escape
   */
  public Map<String, String> headers(StompVersion version) {
    Map<String, String> headers = new LinkedHashMap<>();
    written.forEach(
        (name, value) -> headers.put(unescaped(name, version), unescaped(value, version)));
    return headers;
  }

  /** Whether what a header means depends on the version. */
  public boolean hasEscapes() {
    return command.isEscaped() && written.toString().indexOf('\\') >= 0;
  }

  /** The same with a header more, which the version is to write. */
  public StompFrame with(String name, String value, StompVersion version) {
    return command.isEscaped()
        ? repeating(HeaderText.escape(name, version), HeaderText.escape(value, version))
        : repeating(name, value);
  }

  /** The same with a header more that has been written already. */
  public StompFrame repeating(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(written);
    more.putIfAbsent(name, value);
    return new StompFrame(command, more, body);
  }

  /** The same with this body. */
  public StompFrame saying(String text) {
    return new StompFrame(command, written, text);
  }

  private String unescaped(String text, StompVersion version) {
    return command.isEscaped() ? HeaderText.unescape(text, version) : text;
  }
}
