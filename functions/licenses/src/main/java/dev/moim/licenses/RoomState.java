package dev.moim.licenses;

import dev.moim.shared.rooms.Room;

/**
 * What goes on in one room.
 *
 * @param users how many active connections it has
 */
public record RoomState(String roomName, Status status, int users) {

  /** The document's words. */
  public enum Status {
    /** At most one is there. */
    WAIT,
    ON_GOING
  }

  static RoomState of(Room room) {
    int users = (int) room.seats().values().stream().filter(Participant::isActive).count();
    return new RoomState(room.roomId(), users < 2 ? Status.WAIT : Status.ON_GOING, users);
  }
}
