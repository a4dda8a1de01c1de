package dev.moim.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.function.Outcome;
import dev.moim.template.SocketApi;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Decides from what {@code $connect} and its authorizer answered whether a socket may open. */
final class ConnectGate {

  private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

  private ConnectGate() {}

  /**
   * Whether the upgrade goes on.
   *
   * @param status 101, or what the client's handshake is refused with
   * @param subprotocol the one that {@code $connect} chose
   */
  record Verdict(int status, Optional<String> subprotocol) {
    boolean allows() {
      return status == 101;
    }

    static Verdict refused(int status) {
      return new Verdict(status, Optional.empty());
    }
  }

  /** Anything but a 2xx refuses with that status; a failing function does with 500. */
  static Verdict connect(Outcome outcome) {
    if (!(outcome instanceof Outcome.Answer answer)) {
      return Verdict.refused(500);
    }
    JsonNode json = Json.parse(answer.json()).orElseGet(Json::object);
    int status = json.path("statusCode").asInt(500);
    if (status >= 200 && status < 300) {
      return new Verdict(101, header(json, SUBPROTOCOL));
    }
    return Verdict.refused(status >= 500 ? 500 : status);
  }

  /** 401 when the client lacks an identity source: the authorizer is not even asked. */
  static boolean identified(SocketApi.Authorizer authorizer, Handshake handshake) {
    return authorizer.identitySource().stream().allMatch(source -> hasValue(source, handshake));
  }

  /**
   * The context to keep with the connection; empty when the policy does not allow.
   *
   * @param outcome must be an answer
   */
  static Optional<JsonNode> authorized(Outcome.Answer outcome) {
    JsonNode json = Json.parse(outcome.json()).orElseGet(Json::object);
    JsonNode statements = json.path("policyDocument").path("Statement");
    boolean allowed =
        !statements.isEmpty()
            && StreamSupport.stream(statements.spliterator(), false)
                .allMatch(statement -> statement.path("Effect").asText().equals("Allow"));
    if (!allowed) {
      return Optional.empty();
    }
    ObjectNode context = Json.object().put("principalId", json.path("principalId").asText());
    // Lambda authorizers may give numbers and flags; they arrive as text.
    json.path("context")
        .properties()
        .forEach(entry -> context.put(entry.getKey(), entry.getValue().asText()));
    return Optional.of(context);
  }

  private static boolean hasValue(String source, Handshake handshake) {
    String name = source.substring(source.lastIndexOf('.') + 1);
    var values = source.contains("querystring") ? handshake.query() : handshake.headers();
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .anyMatch(entry -> entry.getValue().stream().anyMatch(value -> !value.isEmpty()));
  }

  private static Optional<String> header(JsonNode answer, String name) {
    return answer.path("headers").properties().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(entry -> textOrNull(entry.getValue()))
        .findFirst();
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }
}
