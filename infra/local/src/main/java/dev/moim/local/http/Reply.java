package dev.moim.local.http;

import dev.moim.local.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An HTTP answer. A header may occur several times. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares replies
public record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  public Reply {
    headers = List.copyOf(headers);
  }

  public static Reply empty(int status) {
    return new Reply(status, List.of(), new byte[0]);
  }

  public static Reply json(int status, Object value) {
    return of(status, "application/json", Json.bytes(value));
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply of(int status, String type, byte[] body) {
    return new Reply(status, List.of(Map.entry("content-type", type)), body);
  }

  /** The body API Gateway gives its own errors. */
  public static Reply message(int status, String message) {
    return json(status, Json.object().put("message", message));
  }

  /** Whether it has the header, named in lower case. */
  public boolean has(String name) {
    return headers.stream()
        .anyMatch(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name));
  }

  /** Leaves out the headers whose names match. */
  public Reply without(Predicate<String> names) {
    var fewer = headers.stream().filter(header -> !names.test(header.getKey())).toList();
    return new Reply(status, fewer, body);
  }

  /** Not to be kept by browsers and proxies. */
  public Reply notStored() {
    return with("cache-control", "no-store");
  }

  public Reply with(String name, String value) {
    var more = Stream.concat(headers.stream(), Stream.of(Map.entry(name, value))).toList();
    return new Reply(status, more, body);
  }
}
