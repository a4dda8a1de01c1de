package dev.moim.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.testkit.spec.AsyncApi;
import java.util.List;

/** Holds what the family sends over its socket and its event stream against the description. */
final class Described {

  private static final AsyncApi API = AsyncApi.ofProject();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Described() {}

  static void assertValid(StompFrame frame) {
    switch (frame.command()) {
      case MESSAGE ->
          assertValid(
              frame.written("destination").orElse("").equals("/sub/notifications")
                  ? "stomp.notification"
                  : "stomp.message",
              frame.body());
      case ERROR -> assertValid("stomp.error", frame.body());
      case CONNECTED, RECEIPT -> assertEmpty(frame);
      default -> throw new AssertionError("no server sends " + frame.command());
    }
    if (frame.command() == StompCommand.ERROR && frame.written("message").isEmpty()) {
      throw new AssertionError("an ERROR has a header that says why: " + frame);
    }
  }

  private static void assertEmpty(StompFrame frame) {
    if (!frame.body().isEmpty()) {
      throw new AssertionError(frame.command() + " has no body, and got " + frame.body());
    }
  }

  /**
   * @param event its name, "" for none
   */
  static void assertEvent(String event, String data) {
    switch (event) {
      case "connect" -> assertValid("sse.connect", JSON.valueToTree(data).toString());
      case "" -> assertValid("sse.state", data);
      default -> assertValid("sse.notification", JSON.valueToTree(data).toString());
    }
  }

  private static void assertValid(String message, String json) {
    List<String> problems;
    try {
      problems =
          API.schema(message).validate(JSON.readTree(json)).stream()
              .map(error -> message + error.getInstanceLocation() + ": " + error.getMessage())
              .toList();
    } catch (JsonProcessingException e) {
      problems = List.of("not JSON: " + e.getOriginalMessage());
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n  ", problems) + "\nin " + json);
    }
  }
}
