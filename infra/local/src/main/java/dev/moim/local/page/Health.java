package dev.moim.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/** Whether the runtime serves, and which of its parts do not run. */
public final class Health {

  private final Map<String, BooleanSupplier> parts = new ConcurrentSkipListMap<>();
  private volatile boolean ready;

  /**
   * @param part its name, as it is shown
   * @param up asked whenever somebody asks for the health
   */
  public void watch(String part, BooleanSupplier up) {
    parts.put(part, up);
  }

  public void ready(boolean now) {
    ready = now;
  }

  public boolean isReady() {
    return ready;
  }

  /** 200 when all is well, else 503. */
  Reply reply() {
    ObjectNode states = Json.object();
    parts.forEach((part, up) -> states.put(part, up.getAsBoolean() ? "up" : "down"));
    List<String> down =
        parts.keySet().stream().filter(part -> states.path(part).asText().equals("down")).toList();
    ObjectNode json = Json.object().put("message", message(down));
    json.set("parts", states);
    return Reply.json(ready && down.isEmpty() ? 200 : 503, json);
  }

  private String message(List<String> down) {
    if (!down.isEmpty()) {
      return "down: " + String.join(", ", down);
    }
    return ready ? "ready" : "starting";
  }
}
