package dev.moim.client;

/**
 * Whether a room is in use.
 *
 * @param users active connections
 */
public record RoomState(String roomName, Status status, int users) {

  /** From two active connections on it is under way. */
  public enum Status {
    WAIT,
    ON_GOING
  }
}
