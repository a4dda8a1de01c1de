package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;

/**
 * A room as the media server has it. It forgets empty ones; the next participant makes a new one of
 * the same name with another sid.
 *
 * @param key of the room it carries the media of
 * @param sid the server's own id of this incarnation, {@code RM_…}
 * @param createdAt epoch milliseconds
 */
public record MediaRoom(RoomKey key, String sid, long createdAt, int capacity) {}
