package dev.moim.chat.room;

/** Who asks about which room. */
public record Asked(long callerId, long roomId) {}
