package dev.moim.rooms.http;

import dev.moim.rooms.CreateRoom.Created;
import dev.moim.rooms.IssueToken.Issued;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.rooms.RoomFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The family's answers. The document says {@code roomTopic}; clients in the wild read {@code
 * roomTitle}: they get both.
 */
final class RoomJson {

  private RoomJson() {}

  static Map<String, Object> created(Created created) {
    RoomFacts room = created.room();
    String mediaUrl = created.issued().mediaUrl();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("roomId", room.key().roomId());
    json.put("roomUrl", mediaUrl + "/" + room.key().roomId());
    putTopic(json, room);
    json.put("description", room.description());
    json.put("maxParticipants", room.capacity());
    json.put("userName", created.userName());
    json.put("token", created.issued().token());
    json.put("livekitUrl", mediaUrl);
    return json;
  }

  static Map<String, Object> issued(Issued issued) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("token", issued.token());
    json.put("url", issued.mediaUrl());
    return json;
  }

  static Map<String, Object> room(RoomFacts room) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("roomId", room.key().roomId());
    putTopic(json, room);
    json.put("description", room.description());
    json.put("maxParticipants", room.capacity());
    json.put("createdBy", room.createdBy());
    json.put("createdAt", wholeSeconds(room.createdAt()));
    return json;
  }

  /**
   * {@code total} counts the rooms of this answer; {@code nextCursor} is there when there are more.
   */
  static Map<String, Object> rooms(Page<RoomFacts> page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rooms", page.items().stream().map(RoomJson::room).toList());
    json.put("total", page.items().size());
    page.next().ifPresent(cursor -> json.put("nextCursor", cursor));
    return json;
  }

  /** LiveKit counted in seconds, which the documented backend wrote as {@code .000Z}. */
  private static String wholeSeconds(long millis) {
    return Timestamps.iso(Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS));
  }

  private static void putTopic(Map<String, Object> json, RoomFacts room) {
    json.put("roomTopic", room.title());
    json.put("roomTitle", room.title());
  }
}
