package dev.moim.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param rawPath still percent-encoded, without the query
 * @param rawQuery still percent-encoded; empty when there is none
 * @param headers names in lower case, each with all its values in order
 * @param stream the body; read once
 */
public record Call(
    String method,
    String rawPath,
    String rawQuery,
    String protocol,
    String host,
    String sourceIp,
    Map<String, List<String>> headers,
    InputStream stream) {

  /** The same for another path. */
  public Call at(String path) {
    return new Call(method, path, rawQuery, protocol, host, sourceIp, headers, stream);
  }

  public boolean is(String wantedMethod, String path) {
    return method.equals(wantedMethod) && rawPath.equals(path);
  }

  /** The body, cut off after so many bytes. */
  public byte[] body(int atMost) throws IOException {
    return stream.readNBytes(atMost);
  }

  /** The first value of a header, named in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  /**
   * The parameters of the query, decoded; several values of one name are joined by commas.
   *
   * @throws IllegalArgumentException if one is not properly encoded
   */
  public Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.merge(decode(name), decode(value), (first, second) -> first + "," + second);
    }
    return query;
  }

  /** Whether {@link #query} can decode it. */
  public boolean hasReadableQuery() {
    try {
      return !query().isEmpty();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }
}
