package dev.moim.meetings.meeting;

/**
 * Where a meeting takes place.
 *
 * @param locationId what the map that the front end uses calls it
 */
public record Venue(long locationId, GeoPoint point, String address) {}
