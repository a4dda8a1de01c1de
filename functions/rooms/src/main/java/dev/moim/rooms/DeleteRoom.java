package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.Media;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import java.util.function.Supplier;

/** Ends a room for everybody in it. */
public final class DeleteRoom {

  private final RoomFinder finder;
  private final CloseRoom close;
  private final Supplier<Media> media;

  public DeleteRoom(RoomFinder finder, CloseRoom close, Supplier<Media> media) {
    this.finder = finder;
    this.close = close;
    this.media = media;
  }

  /**
   * The media server comes first: if it cannot be reached, nothing has changed.
   *
   * @return the room's id
   */
  public String delete(Caller caller, String idOrSid) {
    Room room = finder.require(caller, idOrSid);
    // Members on sockets would have to be told, and this family has no socket to tell them on.
    if (room.seats().values().stream().anyMatch(Seat::hasSocket)) {
      throw new DomainException(RoomError.ROOM_OCCUPIED);
    }
    media.get().server().delete(room.key());
    close.now(room);
    return room.roomId();
  }
}
