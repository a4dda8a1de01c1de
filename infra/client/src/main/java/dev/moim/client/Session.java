package dev.moim.client;

import java.time.Instant;
import java.util.List;

/**
 * An open room.
 *
 * @param sessionId of a room that ended and was made again it is another
 * @param roomName the room's id
 */
public record Session(
    String sessionId, String roomName, Instant createdAt, List<Connection> connections) {

  public Session {
    connections = List.copyOf(connections);
  }

  /**
   * Somebody's connection to the room.
   *
   * @param active false for 30 seconds after its socket was lost, and until its token is used
   * @param location city and country; empty if nobody said
   * @param platform browser and system; empty if the browser does not say
   */
  public record Connection(
      String connectionId,
      String userName,
      boolean active,
      String location,
      String platform,
      Instant createdAt,
      Instant updatedAt) {}
}
