package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.webhooks.event.EventType;
import java.util.Map;

/**
 * An event on its way to a license's endpoints.
 *
 * @param id its {@code webhook-id}, the same at every attempt
 * @param body what is sent, and signed
 */
public record Message(String id, EventType type, String licenseId, String body) {

  private static final String KIND = "event";

  /** As a message of a queue. */
  public Timer timer() {
    return new Timer(
        KIND, Map.of("id", id, "type", type.text(), "license", licenseId, "body", body));
  }

  public static Message of(Timer timer) {
    return new Message(
        timer.get("id"),
        EventType.of(timer.get("type")).orElseThrow(),
        timer.get("license"),
        timer.get("body"));
  }
}
