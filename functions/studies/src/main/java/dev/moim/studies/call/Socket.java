package dev.moim.studies.call;

/**
 * The connection over which somebody takes part.
 *
 * @param socketId what others know it by
 * @param connectionId the gateway's own, which nobody is told
 */
public record Socket(String socketId, String connectionId) {}
