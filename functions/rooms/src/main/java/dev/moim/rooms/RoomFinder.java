package dev.moim.rooms;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.MediaRooms.Sid;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;

/**
 * Finds rooms by what clients call them: the room's id, or the sid or the name that a connected
 * client reads from LiveKit. Only rooms with media are rooms of this family; tenants may look after
 * all of theirs.
 */
public final class RoomFinder {

  /** How every sid of a room begins, and no id that this family gives out. */
  private static final String SID = "RM_";

  private final Rooms rooms;
  private final MediaRooms mediaRooms;

  public RoomFinder(Rooms rooms, MediaRooms mediaRooms) {
    this.rooms = rooms;
    this.mediaRooms = mediaRooms;
  }

  /** Which room it is; a sid nobody knows is taken for an id, which then names no room. */
  RoomKey keyOf(Caller caller, String named) {
    String idOrSid = Names.roomId(caller, named);
    if (!Names.mayNameRoom(idOrSid)) {
      throw new DomainException(RoomError.ROOM_NOT_FOUND);
    }
    RoomKey byId = new RoomKey(caller.licenseId(), idOrSid);
    return idOrSid.startsWith(SID)
        ? mediaRooms.find(new Sid(caller.licenseId(), idOrSid)).orElse(byId)
        : byId;
  }

  Room require(Caller caller, String named) {
    Room room = requireAny(caller, named);
    if (!room.media()) {
      throw new DomainException(RoomError.ROOM_NOT_FOUND);
    }
    return room;
  }

  /** Also a room without media. */
  Room requireAny(Caller caller, String named) {
    return rooms
        .find(keyOf(caller, named))
        .orElseThrow(() -> new DomainException(RoomError.ROOM_NOT_FOUND));
  }
}
