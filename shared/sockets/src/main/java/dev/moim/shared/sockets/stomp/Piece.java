package dev.moim.shared.sockets.stomp;

import java.time.Instant;

/**
 * A message of a socket that is no whole frame by itself: a frame begins in it, goes on, or ends.
 *
 * @param receivedAt by the gateway, in whole milliseconds
 * @param id tells pieces of one millisecond apart; nothing about their order
 */
public record Piece(Instant receivedAt, String id, String text) {}
