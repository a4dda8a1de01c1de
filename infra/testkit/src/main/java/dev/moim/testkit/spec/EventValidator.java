package dev.moim.testkit.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds Socket.IO events of a channel against {@code infra/asyncapi.yaml}: a message there is an
 * event of its {@code name}, with one argument as its payload.
 */
public final class EventValidator {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AsyncApi api;
  private final Map<String, String> received;
  private final Map<String, String> sent;

  private EventValidator(AsyncApi api, String channel) {
    this.api = api;
    this.received = messages(api, channel, "receive");
    this.sent = messages(api, channel, "send");
  }

  public static EventValidator ofProject(String channel) {
    return new EventValidator(AsyncApi.ofProject(), channel);
  }

  /** The events that clients may send. */
  public Set<String> received() {
    return received.keySet();
  }

  /**
   * @param argument what a client was sent with the event, as JSON
   * @throws AssertionError saying what is wrong with it, and quoting it
   */
  public void assertSent(String event, String argument) {
    String message = sent.get(event);
    if (message == null) {
      throw new AssertionError("asyncapi.yaml describes no event " + event);
    }
    assertValid(message, argument);
  }

  /**
   * @param argument what a client's acknowledgement was called with, as JSON
   * @throws AssertionError as {@link #assertSent}
   */
  public void assertAcknowledgement(String argument) {
    assertValid("ack", argument);
  }

  private void assertValid(String message, String json) {
    List<String> problems;
    try {
      problems =
          api.schema(message).validate(JSON.readTree(json)).stream()
              .map(error -> message + error.getInstanceLocation() + ": " + error.getMessage())
              .distinct()
              .toList();
    } catch (JsonProcessingException e) {
      problems = List.of("not JSON: " + e.getOriginalMessage());
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n  ", problems) + "\nin " + json);
    }
  }

  private static Map<String, String> messages(AsyncApi api, String channel, String action) {
    Map<String, String> byEvent = new TreeMap<>();
    for (JsonNode operation : api.operations(channel, action).values()) {
      for (String message : AsyncApi.messages(operation)) {
        byEvent.put(
            api.document().at("/components/messages").path(message).path("name").asText(), message);
      }
    }
    return byEvent;
  }
}
