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
    member.put("publishing", seat.has(Trait.PUBLISHING));
    member.put("permit", permit(seat));
    return member;
  }

  public static Map<String, @Nullable Object> permit(Seat seat) {
    Map<String, @Nullable Object> permit = new LinkedHashMap<>();
    Permit.BY_FIELD.forEach((field, trait) -> permit.put(field, seat.has(trait)));
    return permit;
  }

  /** Everyone in the room by user id, the earliest first. */
  public static Map<String, @Nullable Object> all(Room room) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    room.inOrder().forEach(seat -> members.put(seat.userId(), of(room, seat)));
    return members;
  }
}
