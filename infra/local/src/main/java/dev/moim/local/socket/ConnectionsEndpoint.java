package dev.moim.local.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import dev.moim.template.SocketApi;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The API Gateway Management API: {@code /<stage>/@connections/<id>}. Signatures are not checked.
 */
public final class ConnectionsEndpoint implements Endpoint {

  private static final Pattern PATH = Pattern.compile("/([^/]+)/@connections/([^/]+)/?");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_+/-]+={0,2}");

  private final List<SocketApi> apis;
  private final SocketGateway gateway;

  public ConnectionsEndpoint(List<SocketApi> apis, SocketGateway gateway) {
    this.apis = apis;
    this.gateway = gateway;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    var match = PATH.matcher(call.rawPath());
    if (!match.matches()) {
      return Optional.empty();
    }
    Optional<SocketApi> api =
        apis.stream().filter(candidate -> candidate.stage().equals(match.group(1))).findFirst();
    if (api.isEmpty()) {
      return Optional.of(error(403, "ForbiddenException", "Forbidden"));
    }
    // + is a character of ids in one alphabet, and never a space here.
    String raw = match.group(2).replace("+", "%2B");
    String id = URLDecoder.decode(raw, StandardCharsets.UTF_8);
    if (!ID.matcher(id).matches()) {
      return Optional.of(error(400, "BadRequestException", "Invalid connectionId: " + id));
    }
    // Read whatever comes of it: Jetty closes a connection with an unread body, which its client
    // may
    // be about to use again.
    byte[] body = call.body(SocketLimits.MESSAGE_BYTES + 1);
    Optional<Connection> connection = gateway.find(api.get(), id);
    return Optional.of(
        connection.isEmpty() ? gone() : answer(connection.get(), call.method(), body));
  }

  private Reply answer(Connection connection, String method, byte[] body) {
    return switch (method) {
      case "POST" -> post(connection, body);
      case "GET" -> Reply.json(200, describe(connection));
      case "DELETE" -> {
        gateway.close(connection, CloseReason.DELETED);
        yield Reply.empty(204);
      }
      default -> error(403, "ForbiddenException", "Forbidden");
    };
  }

  private Reply post(Connection connection, byte[] message) {
    if (message.length > SocketLimits.MESSAGE_BYTES) {
      return error(413, "PayloadTooLargeException", "Message too long");
    }
    boolean sent = gateway.post(connection, new String(message, StandardCharsets.UTF_8));
    return sent ? Reply.empty(200) : gone();
  }

  private static Reply gone() {
    return error(410, "GoneException", "Gone");
  }

  /** The SDK reads the exception's type from this header, not from the status. */
  private static Reply error(int status, String type, String message) {
    return Reply.json(status, Json.object().put("message", message)).with("x-amzn-ErrorType", type);
  }

  private static ObjectNode describe(Connection connection) {
    ObjectNode json = Json.object();
    json.put("connectedAt", connection.connectedAt().toString());
    json.putObject("identity")
        .put("sourceIp", connection.handshake().sourceIp())
        .put("userAgent", connection.handshake().userAgent());
    return json.put("lastActiveAt", connection.lastActiveAt().toString());
  }
}
