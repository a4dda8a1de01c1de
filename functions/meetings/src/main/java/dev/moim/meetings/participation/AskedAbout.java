package dev.moim.meetings.participation;

/** Who asks, and about which application. */
public record AskedAbout(long callerId, long applicationId) {}
