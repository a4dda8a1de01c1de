package dev.moim.studies.call;

/** Whose part in which study's call: each user has one in a session. */
public record ParticipantKey(String studyId, String userId) {}
