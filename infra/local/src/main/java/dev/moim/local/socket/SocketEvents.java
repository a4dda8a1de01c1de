package dev.moim.local.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.time.Timeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events of a WebSocket API, payload format 1.0, field by field as API Gateway sends them. */
final class SocketEvents {

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Timeline timeline;

  SocketEvents(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The only event with the handshake's headers and query. */
  ObjectNode connect(Connection connection, String requestId) {
    ObjectNode event = handshake(connection.handshake());
    context(event, connection, "$connect", "CONNECT", requestId);
    return event.put("isBase64Encoded", false);
  }

  ObjectNode message(Connection connection, String route, String requestId, String body) {
    ObjectNode event = Json.object();
    context(event, connection, route, "MESSAGE", requestId).put("messageId", GatewayIds.next());
    return event.put("body", body).put("isBase64Encoded", false);
  }

  ObjectNode disconnect(Connection connection, CloseReason reason) {
    ObjectNode event = Json.object();
    context(event, connection, "$disconnect", "DISCONNECT", GatewayIds.next())
        .put("disconnectStatusCode", reason.code())
        .put("disconnectReason", reason.text());
    return event.put("isBase64Encoded", false);
  }

  /** What a REQUEST authorizer of {@code $connect} is asked. */
  ObjectNode authorize(Connection connection, String requestId) {
    ObjectNode event = handshake(connection.handshake());
    event.put("type", "REQUEST").put("methodArn", methodArn(connection));
    context(event, connection, "$connect", "CONNECT", requestId);
    return event;
  }

  static String methodArn(Connection connection) {
    return "arn:aws:execute-api:us-east-1:000000000000:%s/%s/$connect"
        .formatted(connection.api().name(), connection.api().stage());
  }

  private static ObjectNode handshake(Handshake handshake) {
    ObjectNode event = Json.object();
    put(event, "headers", "multiValueHeaders", handshake.headers());
    if (!handshake.query().isEmpty()) {
      put(event, "queryStringParameters", "multiValueQueryStringParameters", handshake.query());
    }
    return event;
  }

  /** In the single-value map the last of several values wins. */
  private static void put(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multi);
    values.forEach((name, list) -> {
      last.put(name, list.getLast());
      ArrayNode array = all.putArray(name);
      list.forEach(array::add);
    });
  }

  private ObjectNode context(
      ObjectNode event, Connection connection, String route, String type, String requestId) {
    Instant now = timeline.now();
    ObjectNode context = event.putObject("requestContext");
    context
        .put("routeKey", route)
        .put("eventType", type)
        .put("extendedRequestId", requestId)
        .put("requestTime", REQUEST_TIME.format(now))
        .put("messageDirection", "IN")
        .put("stage", connection.api().stage())
        .put("connectedAt", connection.connectedAt().toEpochMilli())
        .put("requestTimeEpoch", now.toEpochMilli())
        .put("requestId", requestId)
        .put("domainName", connection.handshake().host())
        .put("connectionId", connection.id())
        .put("apiId", connection.api().name());
    context
        .putObject("identity")
        .put("sourceIp", connection.handshake().sourceIp())
        .put("userAgent", connection.handshake().userAgent());
    connection.authorizer().ifPresent(value -> context.set("authorizer", value));
    return context;
  }
}
