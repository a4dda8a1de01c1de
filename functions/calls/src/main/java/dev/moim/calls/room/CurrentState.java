package dev.moim.calls.room;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.sockets.Message;
import java.util.Optional;

/**
 * What is so by now of what members were told: news that is told late must not undo what they have
 * heard meanwhile.
 */
public final class CurrentState {

  private final Rooms rooms;

  public CurrentState(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * @param type of the presence that was to be told
   * @param userId whom it was about
   * @return what to tell instead; empty for news that nothing outdates, and of a room that is gone
   */
  public Optional<Message> of(RoomKey key, String type, String userId) {
    return switch (type) {
      case "join", "leave", "editUserInfo" ->
          rooms.findNow(key).map(now -> member(now, type, userId));
      case "screen", "whiteboard", "document", "shareStop" ->
          rooms.findNow(key).map(now -> Presence.shared(now, userId));
      case "editRoomInfo" -> rooms.findNow(key).map(EditRoomInfo::presence);
      default -> Optional.empty();
    };
  }

  /** Who was changed is known to the others; who came or went may not be. */
  private static Message member(Room now, String type, String userId) {
    return now.seat(userId)
        .filter(seat -> !seat.isLease())
        .map(seat ->
            type.equals("editUserInfo") ? Presence.edited(now, seat) : Presence.join(now, userId))
        .orElseGet(() -> Presence.leave(now, userId));
  }
}
