package dev.moim.shared.rooms;

/**
 * What a room is, without who is in it: what lists show.
 *
 * @param createdBy the creator's user id; "" if nobody said
 * @param createdAt epoch milliseconds
 */
public record RoomFacts(
    String roomId,
    String title,
    String description,
    int capacity,
    boolean media,
    String createdBy,
    long createdAt) {

  public static RoomFacts of(Room room) {
    return new RoomFacts(
        room.roomId(),
        room.title(),
        room.description(),
        room.capacity(),
        room.media(),
        room.createdBy(),
        room.createdAt());
  }
}
