package dev.moim.shared.rooms;

/**
 * A room as the media server has it. It forgets empty ones; the next participant makes a new one of
 * the same name with another sid.
 *
 * @param sid the server's own id of this incarnation, {@code RM_…}
 * @param createdAt epoch milliseconds
 */
public record MediaRoom(MediaRoomName name, String sid, long createdAt, int capacity) {}
