package dev.moim.local.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
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

  private SocketEvents() {}

  /** The only event with the handshake's headers and query. */
  static ObjectNode connect(Connection connection, Arrival arrival) {
    ObjectNode event = handshake(connection.handshake());
    context(event, connection, "$connect", "CONNECT", arrival);
    return event.put("isBase64Encoded", false);
  }

  static ObjectNode message(Connection connection, String route, Arrival arrival, String body) {
    ObjectNode event = Json.object();
    context(event, connection, route, "MESSAGE", arrival).put("messageId", GatewayIds.next());
    return event.put("body", body).put("isBase64Encoded", false);
  }

  static ObjectNode disconnect(Connection connection, Arrival arrival, CloseReason reason) {
    ObjectNode event = Json.object();
    context(event, connection, "$disconnect", "DISCONNECT", arrival)
        .put("disconnectStatusCode", reason.code())
        .put("disconnectReason", reason.text());
    return event.put("isBase64Encoded", false);
  }

  /** What a REQUEST authorizer of {@code $connect} is asked. */
  static ObjectNode authorize(Connection connection, Arrival arrival) {
    ObjectNode event = handshake(connection.handshake());
    event.put("type", "REQUEST").put("methodArn", methodArn(connection));
    context(event, connection, "$connect", "CONNECT", arrival);
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

  private static ObjectNode context(
      ObjectNode event, Connection connection, String route, String type, Arrival arrival) {
    ObjectNode context = event.putObject("requestContext");
    context
        .put("routeKey", route)
        .put("eventType", type)
        .put("extendedRequestId", arrival.requestId())
        .put("requestTime", REQUEST_TIME.format(arrival.at()))
        .put("messageDirection", "IN")
        .put("stage", connection.api().stage())
        .put("connectedAt", connection.connectedAt().toEpochMilli())
        .put("requestTimeEpoch", arrival.at().toEpochMilli())
        .put("requestId", arrival.requestId())
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
