package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as an HTTP API hands it over (payload format 2.0). */
public final class HttpRequest {

  /** No documented request is near it; the gateway itself takes 10 MB. */
  public static final int MAX_BODY_BYTES = 64 * 1024;

  private static final String BEARER = "bearer ";

  private final APIGatewayV2HTTPEvent event;

  public HttpRequest(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /**
   * A variable of the route, decoded.
   *
   * @throws IllegalArgumentException if the route has none of that name: a defect of the template
   */
  public String pathParameter(String name) {
    return find(event.getPathParameters(), name)
        .orElseThrow(() -> new IllegalArgumentException("the route has no " + name));
  }

  public Optional<String> query(String name) {
    return find(event.getQueryStringParameters(), name);
  }

  /** The whole query, to be read field by field like a body. */
  public Fields parameters() {
    Map<String, String> query = event.getQueryStringParameters();
    return new Fields(query == null ? Map.of() : new LinkedHashMap<>(query));
  }

  /**
   * @param name in lower case, as the gateway writes them all
   */
  public Optional<String> header(String name) {
    return find(event.getHeaders(), name);
  }

  /** The token of {@code Authorization: Bearer …}; another scheme, or none, is none. */
  public Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  /** Values as the client sent them; of two cookies of a name the first, as browsers order them. */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    List<String> sent = event.getCookies() == null ? List.of() : event.getCookies();
    for (String cookie : sent) {
      int equals = cookie.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(cookie.substring(0, equals).strip(), cookie.substring(equals + 1));
      }
    }
    return cookies;
  }

  /** All headers, their names in lower case. */
  public Map<String, String> headers() {
    return event.getHeaders() == null ? Map.of() : event.getHeaders();
  }

  /** The name under which the client reached us. */
  public String host() {
    String host = event.getRequestContext().getDomainName();
    return host == null ? "" : host;
  }

  /** When the gateway received it. */
  public Instant receivedAt() {
    return Instant.ofEpochMilli(event.getRequestContext().getTimeEpoch());
  }

  /**
   * The address that the request came from, as the gateway saw it: behind CloudFront, the edge's.
   */
  public String source() {
    var http = event.getRequestContext().getHttp();
    return http == null || http.getSourceIp() == null ? "" : http.getSourceIp();
  }

  /** {@code POST /api/room/create}, for instance. */
  public String route() {
    String route = event.getRouteKey();
    return route == null ? "" : route;
  }

  /** {@code POST}, for instance, as the route has it. */
  public String method() {
    return route().split(" ", 2)[0];
  }

  public boolean hasBody() {
    return event.getBody() != null && !event.getBody().isEmpty();
  }

  /**
   * The body's bytes as they were sent; the gateway wraps those it does not take for text.
   *
   * @throws DomainException {@link HttpError#BODY_TOO_LARGE}
   */
  public byte[] body() {
    return body(MAX_BODY_BYTES, HttpError.BODY_TOO_LARGE);
  }

  /**
   * The same where more may be sent than documents have.
   *
   * @throws DomainException this one if it is more than that
   */
  public byte[] body(int maxBytes, ErrorCode ifLarger) {
    String text = event.getBody() == null ? "" : event.getBody();
    byte[] bytes =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > maxBytes) {
      throw new DomainException(ifLarger);
    }
    return bytes;
  }

  /**
   * The body as a JSON object, whatever its content type says.
   *
   * @throws MalformedException if it is none; a missing body is none either
   */
  public Fields json() {
    return new Fields(Json.readObject(new String(body(), StandardCharsets.UTF_8)));
  }

  private static Optional<String> find(@Nullable Map<String, String> values, String name) {
    return values == null ? Optional.empty() : Optional.ofNullable(values.get(name));
  }
}
