package dev.moim.shared.media.json;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What participants read about a room at the media server. */
public final class Metadata {

  private Metadata() {}

  /** As the documented backend of family 003 wrote it: {@code {topic, description, createdBy}}. */
  public static String of(Room room) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("topic", room.title());
    facts.put("description", room.facts().description());
    facts.put("createdBy", room.createdBy());
    return Json.write(facts);
  }
}
