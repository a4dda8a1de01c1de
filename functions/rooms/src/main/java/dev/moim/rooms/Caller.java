package dev.moim.rooms;

/**
 * On whose behalf a request comes. Everything it sees and changes is this license's.
 *
 * @param owner whether the rooms it makes are its creator's to rule
 */
public record Caller(String licenseId, boolean owner) {}
