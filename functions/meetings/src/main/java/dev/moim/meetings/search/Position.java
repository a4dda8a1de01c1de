package dev.moim.meetings.search;

import java.time.Instant;

/**
 * A place in an ordered list of meetings: right behind one of them.
 *
 * @param distance of it in km; 0 in a list by date
 */
public record Position(long id, double distance, Instant at) {}
