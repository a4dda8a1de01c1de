package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.Media;
import dev.moim.shared.rooms.Room;
import java.time.Instant;
import java.util.function.Supplier;

/** Ends a room for everybody in it. */
public final class DeleteRoom {

  private final RoomFinder finder;
  private final CloseRoom close;
  private final Supplier<Media> media;
  private final Supplier<Instant> lostBefore;

  /**
   * @param lostBefore whoever lost their socket before is not in a room any more
   */
  public DeleteRoom(
      RoomFinder finder, CloseRoom close, Supplier<Media> media, Supplier<Instant> lostBefore) {
    this.finder = finder;
    this.close = close;
    this.media = media;
    this.lostBefore = lostBefore;
  }

  /**
   * A tenant deletes any room of its license, whoever proves nothing only rooms with media, and a
   * person only those they made. The media server comes first: if it cannot be reached, nothing has
   * changed.
   *
   * @return the room's id
   */
  public String delete(Caller caller, String idOrSid) {
    Room room =
        caller.proven() ? finder.requireAny(caller, idOrSid) : finder.require(caller, idOrSid);
    if (!caller.mayEnd(room.createdBy())) {
      throw new DomainException(RoomError.NOT_CREATOR);
    }
    // Members on sockets would have to be told, and this family has no socket to tell them on.
    if (room.hasMemberOnSocket(lostBefore.get())) {
      throw new DomainException(RoomError.ROOM_OCCUPIED);
    }
    if (room.media()) {
      media.get().server().delete(room.key());
    }
    close.now(room);
    return room.roomId();
  }
}
