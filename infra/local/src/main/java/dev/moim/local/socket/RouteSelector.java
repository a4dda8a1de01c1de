package dev.moim.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Json;
import dev.moim.template.SocketApi;
import java.util.Optional;

/**
 * Chooses a message's route. Only a JSON object can choose by content; anything else, an array
 * included, and every unknown key go to {@code $default}.
 *
 * <p>A client that names {@code $connect} or {@code $disconnect} gets {@code $default}, too. AWS
 * documents that it calls those two when sockets open and close, and does not say what such a
 * message does: not provable without AWS.
 */
final class RouteSelector {

  private static final String BODY = "$request.body.";
  private static final String DEFAULT = "$default";

  private RouteSelector() {}

  /** Empty if the API has neither the chosen route nor a default one. */
  static Optional<SocketApi.Route> select(SocketApi api, String message) {
    String key = key(api.selection(), message);
    SocketApi.Route chosen = key.startsWith("$") ? null : api.routes().get(key);
    return Optional.ofNullable(chosen != null ? chosen : api.routes().get(DEFAULT));
  }

  private static String key(String selection, String message) {
    String expression = selection.replaceFirst("^\\$\\{(.*)}$", "\\$$1");
    if (!expression.startsWith(BODY)) {
      return DEFAULT;
    }
    String pointer = "/" + expression.substring(BODY.length()).replace('.', '/');
    return Json.parse(message)
        .filter(JsonNode::isObject)
        .map(body -> body.at(pointer))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .orElse(DEFAULT);
  }
}
