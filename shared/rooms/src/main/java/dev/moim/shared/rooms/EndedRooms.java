package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomCounter;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;

/** What is left to be done once a room has ended. Whatever dies in between, the schedule does. */
public record EndedRooms(Rooms rooms, RoomCounter counter) {

  /** Counts off a room that has just been ended. */
  public void countOff(Room ended) {
    if (ended.unlisted()) {
      countOffUnlisted(ended.life());
    } else {
      counter.closeRoom(ended.life());
    }
  }

  /** Does what whoever ended a room did not come to, if one of that key has ended. */
  public void finish(RoomKey key) {
    rooms.recover(key).ifPresent(this::countOffUnlisted);
  }

  private void countOffUnlisted(RoomLife room) {
    counter.closeUnlisted(room);
    rooms.settle(room);
    counter.settle(room);
  }
}
