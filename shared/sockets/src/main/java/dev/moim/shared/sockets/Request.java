package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Fields;

/**
 * What a client asks for in one frame.
 *
 * @param name of the operation, exact and case-sensitive
 */
public record Request(String name, Fields fields) {}
