package dev.moim.calls;

/**
 * The socket a request came over: the only thing about its sender that needs no proof.
 *
 * @param dialect how frames to this socket are written; see {@code websocket.Dialect}
 */
public record Sender(String connectionId, String dialect) {}
