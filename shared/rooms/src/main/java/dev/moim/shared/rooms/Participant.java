package dev.moim.shared.rooms;

/**
 * Somebody connected to the media server.
 *
 * @param sid the server's id of this connection, {@code PA_…}; a user who reconnects gets another
 * @param identity the user's id: one connection per room has it at a time, the latest
 * @param joinedAt epoch milliseconds
 */
public record Participant(String sid, String identity, long joinedAt) {}
