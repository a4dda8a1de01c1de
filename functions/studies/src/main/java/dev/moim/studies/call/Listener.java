package dev.moim.studies.call;

/**
 * A socket that wants to hear what happens in a study, whether its user is in the call or not.
 *
 * @param connectionId the gateway's own, which nobody is told
 */
public record Listener(String socketId, String connectionId, String userId) {}
