package dev.moim.studies.call;

/**
 * A socket that is gone, and whoever took part over it.
 *
 * @param socketId what others knew it by
 */
public record LostSocket(ParticipantKey participant, String socketId) {}
