package dev.moim.shared.sockets;

import java.time.Instant;

/**
 * A message on its way to one recipient, in no dialect yet.
 *
 * @param at when what it tells happened: for what a client sent, when the gateway received it.
 *     Below the millisecond it numbers what was told together, so that no two letters of one sender
 *     have the same
 */
public record Letter(String payload, Instant at) {}
