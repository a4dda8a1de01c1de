package dev.moim.testkit.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a server sent over the calls WebSocket against {@code infra/asyncapi.yaml}: replies by
 * their {@code eventOp}, presence by its {@code type}, relayed messages by their {@code eventOp}.
 *
 * <p>A frame is one JSON object as text. Of a Socket.IO frame, that is the event's argument.
 */
public final class FrameValidator {

  private static final String CHANNEL = "calls";
  private static final String EVENT_OP = "eventOp";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final AsyncApi api;
  private final Map<String, JsonNode> requests;
  private final Map<String, JsonNode> pushes;

  public FrameValidator(AsyncApi api) {
    this.api = api;
    this.requests = api.operations(CHANNEL, "receive");
    this.pushes = api.operations(CHANNEL, "send");
  }

  /** For the project's own description. */
  public static FrameValidator ofProject() {
    return new FrameValidator(AsyncApi.ofProject());
  }

  /**
   * @throws AssertionError saying what is wrong with the frame, and quoting it
   */
  public void assertValid(String frame) {
    List<String> problems = problems(frame);
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n  ", problems) + "\nin the frame " + frame);
    }
  }

  /** What is wrong with a frame; empty if nothing is. */
  public List<String> problems(String frame) {
    if (frame.isEmpty()) {
      return List.of("an empty frame: a two-way route returned no body");
    }
    JsonNode object;
    try {
      object = JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      return List.of("not JSON: " + e.getOriginalMessage());
    }
    if (!object.path(EVENT_OP).isTextual()) {
      return List.of(
          object.has("connectionId") && object.has("message")
              ? "the gateway's own error frame: a function failed or was not reached"
              : "no JSON object with an eventOp");
    }
    return problems(object);
  }

  private List<String> problems(JsonNode frame) {
    Optional<String> message = messageOf(frame);
    if (message.isEmpty()) {
      return List.of(
          "asyncapi.yaml describes no "
              + (isPresence(frame)
                  ? "presence of type " + frame.path("type")
                  : "message with eventOp " + frame.path(EVENT_OP) + " and no code"));
    }
    return api.schema(message.get()).validate(frame).stream()
        .map(error ->
            "%s%s: %s".formatted(message.get(), error.getInstanceLocation(), error.getMessage()))
        .distinct()
        .toList();
  }

  private Optional<String> messageOf(JsonNode frame) {
    if (isPresence(frame)) {
      return pushed("presence", "type", frame);
    }
    if (isReply(frame)) {
      String eventOp = frame.path(EVENT_OP).asText();
      JsonNode operation = of(requests, requests.containsKey(eventOp) ? eventOp : "default");
      return AsyncApi.messages(operation.path("reply")).stream().findFirst();
    }
    return pushed("relay", EVENT_OP, frame);
  }

  /** The message of a push whose schema fixes this field to the value it has in the frame. */
  private Optional<String> pushed(String operation, String field, JsonNode frame) {
    return AsyncApi.messages(of(pushes, operation)).stream()
        .filter(message ->
            api.payload(message)
                .path("properties")
                .path(field)
                .path("const")
                .equals(frame.path(field)))
        .findFirst();
  }

  private static JsonNode of(Map<String, JsonNode> operations, String id) {
    return operations.getOrDefault(id, MissingNode.getInstance());
  }

  /** A client may send {@code presence} as an operation, and is told that there is none. */
  private static boolean isPresence(JsonNode frame) {
    return frame.path(EVENT_OP).asText().equals("presence") && !isReply(frame);
  }

  private static boolean isReply(JsonNode frame) {
    return frame.has("code");
  }
}
