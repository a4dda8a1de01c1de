package dev.moim.calls;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message for some members of a room.
 *
 * @param tenant the room's license
 * @param frame what they are sent, before it is put into each one's dialect
 */
public record Notice(String tenant, List<Seat> to, Map<String, @Nullable Object> frame) {

  /** Tells everybody but the one it is about. */
  public static Notice toOthers(Room room, String userId, Map<String, @Nullable Object> frame) {
    return new Notice(room.licenseId(), room.others(userId), frame);
  }

  public static Notice to(Room room, Seat seat, Map<String, @Nullable Object> frame) {
    return new Notice(room.licenseId(), List.of(seat), frame);
  }

  /** A presence frame; fields are given as name, value, name, value… */
  public static Map<String, @Nullable Object> presence(String type, @Nullable Object... fields) {
    Map<String, @Nullable Object> frame = new LinkedHashMap<>();
    frame.put("eventOp", "presence");
    frame.put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      frame.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    return frame;
  }
}
