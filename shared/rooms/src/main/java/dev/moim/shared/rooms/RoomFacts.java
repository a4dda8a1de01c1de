package dev.moim.shared.rooms;

import dev.moim.shared.kernel.RoomKey;

/**
 * What a room is, without who is in it: what lists show.
 *
 * @param title as its members see it; "" for none
 * @param capacity the most members, up to {@link Room#MAX_CAPACITY}
 * @param media whether its media goes through LiveKit; else members call each other directly
 * @param createdBy the creator's user id; "" if nobody said
 * @param createdAt epoch milliseconds
 */
public record RoomFacts(
    RoomKey key,
    String title,
    int capacity,
    boolean media,
    String createdBy,
    long createdAt,
    String description) {}
