package dev.moim.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.template.Deployment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The event of an HTTP API, payload format 2.0, field by field as API Gateway sends it. */
final class HttpEvents {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String COOKIE = "cookie";

  private HttpEvents() {}

  static ObjectNode of(HttpRoutes.Match match, String stage, Call call, byte[] body, Instant now) {
    ObjectNode event = Json.object();
    event
        .put("version", "2.0")
        .put("routeKey", match.route().key())
        .put("rawPath", call.rawPath())
        .put("rawQueryString", call.rawQuery());
    cookies(event, call);
    headers(event.putObject("headers"), call);
    if (!call.rawQuery().isEmpty()) {
      ObjectNode query = event.putObject("queryStringParameters");
      call.query().forEach(query::put);
    }
    context(event.putObject("requestContext"), match.route(), stage, call, now);
    if (!match.parameters().isEmpty()) {
      ObjectNode parameters = event.putObject("pathParameters");
      match.parameters().forEach(parameters::put);
    }
    boolean binary = body.length > 0 && !isText(call);
    if (body.length > 0) {
      event.put(
          "body",
          binary
              ? Base64.getEncoder().encodeToString(body)
              : new String(body, StandardCharsets.UTF_8));
    }
    return event.put("isBase64Encoded", binary);
  }

  /** Cookies have a field of their own and leave the headers. */
  private static void cookies(ObjectNode event, Call call) {
    List<String> values = call.headers().getOrDefault(COOKIE, List.of());
    if (!values.isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      values.stream().flatMap(value -> Arrays.stream(value.split(";\\s*"))).forEach(cookies::add);
    }
  }

  private static void headers(ObjectNode headers, Call call) {
    call.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove(COOKIE);
    headers.put("x-forwarded-for", call.sourceIp());
    headers.put("x-forwarded-proto", "http");
  }

  private static void context(
      ObjectNode context, HttpRoutes.Route route, String stage, Call call, Instant now) {
    context
        .put("accountId", Deployment.ACCOUNT)
        .put("apiId", route.api())
        .put("domainName", call.host())
        .put("domainPrefix", call.host().split("[.:]", 2)[0]);
    context
        .putObject("http")
        .put("method", call.method())
        .put("path", call.rawPath())
        .put("protocol", call.protocol())
        .put("sourceIp", call.sourceIp())
        .put("userAgent", call.header("user-agent").orElse(""));
    context
        .put("requestId", UUID.randomUUID().toString())
        .put("routeKey", route.key())
        .put("stage", stage)
        .put("time", TIME.format(now))
        .put("timeEpoch", now.toEpochMilli());
  }

  /** What API Gateway hands on as it is; a form's url-encoded fields are not among it. */
  private static boolean isText(Call call) {
    String type = call.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
    String media = type.split(";", 2)[0].strip();
    return media.startsWith("text/")
        || List.of("application/json", "application/javascript", "application/xml").contains(media);
  }
}
