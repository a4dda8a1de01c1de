package dev.moim.rooms;

import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.rooms.EndedRooms;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;

/** Takes a room away once nobody is in it. */
public final class CloseRoom {

  private final Rooms rooms;
  private final Licenses licenses;

  public CloseRoom(Rooms rooms, Licenses licenses) {
    this.rooms = rooms;
    this.licenses = licenses;
  }

  /** Nothing happens to a room that is meant to stay, or in which somebody has sat down. */
  void ifEmpty(Room room) {
    if (room.destroy() && room.seats().isEmpty() && rooms.deleteIfEmpty(room)) {
      new EndedRooms(rooms, licenses).countOff(room);
    }
  }

  void now(Room room) {
    rooms.delete(room).ifPresent(new EndedRooms(rooms, licenses)::countOff);
  }
}
