package dev.moim.shared.sockets;

/**
 * How frames to a socket are written: as plain JSON, as events of a Socket.IO namespace, or in
 * another way that a family offers.
 *
 * @param code short, since it is stored with every socket and everything that is addressed to it
 */
public record Dialect(String code) {}
