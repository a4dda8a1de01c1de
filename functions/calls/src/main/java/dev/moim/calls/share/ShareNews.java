package dev.moim.calls.share;

import dev.moim.calls.CallError;
import dev.moim.calls.room.Presence;
import dev.moim.calls.room.RoomLook;
import dev.moim.calls.room.Tell;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Rooms.Sharing;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells members what is shared. Two functions may tell of a start and of the stop that followed it,
 * and the older news may arrive last: so each looks afterwards, and tells what has become of it.
 */
final class ShareNews {

  private final RoomLook look;

  ShareNews(Rooms rooms) {
    this.look = new RoomLook(rooms);
  }

  /**
   * What becomes of a wish to share.
   *
   * @param before the room as it was asked
   * @param userId who wishes it
   * @param presence what the others are told of the room then
   * @throws DomainException if somebody else is sharing
   */
  Outcome of(Sharing sharing, Room before, String userId, Function<Room, Message> presence) {
    return switch (sharing) {
      case Sharing.Done(Room now) -> tell(now, userId, presence.apply(now));
      case Sharing.Outdated() -> reply(before);
      case Sharing.Refused() -> throw new DomainException(CallError.ALREADY_SHARING);
    };
  }

  /**
   * @param now the room with what the presence says
   * @param userId who is not told: it asked for this
   */
  Outcome tell(Room now, String userId, Message presence) {
    Outcome outcome = reply(now).telling(Tell.others(now, userId, presence));
    return look.after(
        outcome,
        now,
        Room::share,
        room -> List.of(Tell.others(room, userId, Presence.shared(room, userId))));
  }

  /** Something newer was asked for, and told or about to be. */
  static Outcome reply(Room room) {
    return Outcome.reply(Map.of("roomId", room.roomId()));
  }
}
