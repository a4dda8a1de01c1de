package dev.moim.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long rooms were open within a period, and what they were used for.
 *
 * @param total of all of them together
 */
public record Usage(String domain, Duration total, List<Room> rooms) {

  public Usage {
    rooms = List.copyOf(rooms);
  }

  /**
   * @param open how much of the period it was
   * @param createdAt also before the period
   * @param joins how often somebody came in, in the room's whole life until now
   * @param peak the most who were in it at once
   * @param messages of its chat
   */
  public record Room(
      String roomName, Duration open, Instant createdAt, long joins, long peak, long messages) {}
}
