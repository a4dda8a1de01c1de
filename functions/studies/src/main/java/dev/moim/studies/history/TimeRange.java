package dev.moim.studies.history;

import java.time.Instant;

/** A stretch of time, both ends included. */
public record TimeRange(Instant from, Instant to) {}
