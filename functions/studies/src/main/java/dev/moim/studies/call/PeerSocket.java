package dev.moim.studies.call;

/**
 * A socket by its two ids.
 *
 * @param socketId what others know it by
 * @param connectionId the gateway's own, which nobody is told
 */
public record PeerSocket(String socketId, String connectionId) {}
