package dev.moim.mediarooms;

/** On whose behalf a request comes. Everything it sees and changes is this license's. */
public record Caller(String licenseId) {}
