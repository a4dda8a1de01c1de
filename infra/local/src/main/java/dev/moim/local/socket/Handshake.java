package dev.moim.local.socket;

import java.util.List;
import java.util.Map;

/**
 * The HTTP side of a new connection.
 *
 * @param headers in the client's spelling, each with all its values in order
 * @param query decoded, each name with all its values in order
 */
record Handshake(
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    String host,
    String sourceIp,
    String userAgent) {}
