package dev.moim.calls.room;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Rooms;
import java.util.Map;

/**
 * Takes away a {@code destroy:true} room that nobody is in a quarter of an hour after its creation.
 */
public final class UnjoinedRoom {

  public static final String TIMER = "unjoined";

  private final Rooms rooms;
  private final FreeSeat freeSeat;

  public UnjoinedRoom(Rooms rooms, FreeSeat freeSeat) {
    this.rooms = rooms;
    this.freeSeat = freeSeat;
  }

  static Timer timer(Room room) {
    return new Timer(
        TIMER,
        Map.of(
            "roomId", room.roomId(),
            "licenseId", room.licenseId(),
            "createdAt", Long.toString(room.createdAt())));
  }

  public void expire(Timer timer) {
    RoomKey key = new RoomKey(timer.get("licenseId"), timer.get("roomId"));
    // A room of the same id may have been made anew since; it has a timer of its own.
    rooms
        .findNow(key)
        .filter(room -> room.createdAt() == Long.parseLong(timer.get("createdAt")))
        .ifPresent(freeSeat::removeWhenEmpty);
  }
}
