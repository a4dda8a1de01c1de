package dev.moim.shared.rooms;

/**
 * Who holds a seat: the user, and the one connection of theirs it belongs to. A user has one seat
 * in a room, so a seat that names another connection has been moved since.
 *
 * @param connectionId of the socket, or a participant's sid at the media server; "" for the lease
 *     of a token that nobody has used yet
 */
public record SeatHolder(String userId, String connectionId) {}
