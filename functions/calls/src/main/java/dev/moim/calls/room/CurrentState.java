package dev.moim.calls.room;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seat;
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
      case "join", "leave" -> rooms.findNow(key).map(now -> present(now, userId));
      case "editUserInfo" -> rooms.findNow(key).map(now -> edited(now, userId));
      case "screen", "whiteboard", "document", "shareStop" ->
          rooms.findNow(key).map(now -> Presence.shared(now, userId));
      case "editRoomInfo" -> rooms.findNow(key).map(EditRoomInfo::presence);
      default -> Optional.empty();
    };
  }

  /** That a member is there, or not. */
  static Message present(Room now, String userId) {
    return there(now, userId).isPresent()
        ? Presence.join(now, userId)
        : Presence.leave(now, userId);
  }

  /** What shows of a member whom the others know already. */
  private static Message edited(Room now, String userId) {
    return there(now, userId)
        .map(seat -> Presence.edited(now, seat))
        .orElseGet(() -> Presence.leave(now, userId));
  }

  /** Who has a token and has not used it is not there. */
  private static Optional<Seat> there(Room now, String userId) {
    return now.seat(userId).filter(seat -> !seat.isLease());
  }
}
