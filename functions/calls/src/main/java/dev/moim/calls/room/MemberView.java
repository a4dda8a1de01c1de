package dev.moim.calls.room;

import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.Seat.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member as clients see one. The document calls the id both {@code id} and {@code userId}. */
public final class MemberView {

  private MemberView() {}

  public static Map<String, @Nullable Object> of(Room room, Seat seat) {
    Map<String, @Nullable Object> member = new LinkedHashMap<>();
    member.put("id", seat.userId());
    member.put("userId", seat.userId());
    member.put("name", seat.name());
    member.put("userType", room.isHost(seat.userId()) ? "host" : "guest");
    member.put("device", seat.device());
    member.put("video", seat.has(Trait.VIDEO));
    member.put("audio", seat.has(Trait.AUDIO));
    member.put("permit", permit(room, seat));
    return member;
  }

  public static Map<String, @Nullable Object> permit(Room room, Seat seat) {
    Map<String, @Nullable Object> permit = new LinkedHashMap<>();
    Permit.fieldsOf(room)
        .forEach((field, permission) ->
            permit.put(field, room.permits().allow(seat.userId(), permission)));
    return permit;
  }

  /**
   * Everyone in the room by user id, the earliest first. Who has not used a token yet is not there,
   * and may never be.
   */
  public static Map<String, @Nullable Object> all(Room room) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    room.inOrder().stream()
        .filter(Seat::present)
        .forEach(seat -> members.put(seat.userId(), of(room, seat)));
    return members;
  }
}
