package dev.moim.meetings.meeting;

/** Who asks, and about which meeting. */
public record Asked(long callerId, long meetingId) {}
