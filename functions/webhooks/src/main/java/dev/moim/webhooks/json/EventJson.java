package dev.moim.webhooks.json;

import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.wire.json.Json;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.event.HookEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as it is sent: {@code {type, timestamp, data}}, as Standard Webhooks has it. */
public final class EventJson {

  private EventJson() {}

  /** The text is made once: it is what signatures are about. */
  public static Message message(HookEvent event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", event.type().text());
    json.put("timestamp", Timestamps.iso(event.at()));
    json.put("data", event.data());
    return new Message(event.id(), event.type(), event.licenseId(), Json.write(json));
  }
}
