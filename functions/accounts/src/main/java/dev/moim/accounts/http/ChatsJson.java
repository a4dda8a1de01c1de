package dev.moim.accounts.http;

import dev.moim.accounts.export.Chats;
import dev.moim.shared.kernel.Timestamps;
import java.util.LinkedHashMap;
import java.util.Map;

/** What chat rooms know of somebody, in their export. */
final class ChatsJson {

  private ChatsJson() {}

  static Map<String, Object> export(Chats.Traces traces) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rooms", traces.roomIds());
    json.put(
        "messages",
        traces.said().stream()
            .map(one ->
                Map.of(
                    "roomId", one.roomId(),
                    "sentAt", Timestamps.iso(one.at()),
                    "message", one.text()))
            .toList());
    json.put(
        "notifications",
        traces.told().stream()
            .map(one -> Map.of("id", one.id(), "type", one.type(), "meeting", one.title()))
            .toList());
    return json;
  }
}
