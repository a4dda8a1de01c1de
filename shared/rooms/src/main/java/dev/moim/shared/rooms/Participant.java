package dev.moim.shared.rooms;

/**
 * Somebody connected to the media server.
 *
 * @param sid the server's id of this connection, {@code PA_…}; a user who reconnects gets another
 * @param joinedAt epoch milliseconds
 * @param identity the user's id: one connection per room has it at a time, the latest
 */
public record Participant(String sid, long joinedAt, String identity) {

  /** Of the seat that is this very connection's. */
  public SeatHolder holder() {
    return new SeatHolder(identity, sid);
  }
}
