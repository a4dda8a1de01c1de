package dev.moim.shared.rooms;

/**
 * Who holds a seat: the user, and the one connection of theirs it belongs to. A user has one seat
 * in a room, so a seat that names another connection has been moved since.
 *
 * @param connectionId of the socket, or a participant's sid at the media server; "" for the lease
 *     of a token that nobody has used yet
 */
public record SeatHolder(String userId, String connectionId) {

  /** No user id has it. */
  private static final String MARK = "#";

  /** The connection's entry among the user ids of those who were thrown out. */
  public String socketMark() {
    return MARK + connectionId;
  }

  static boolean isSocketMark(String entry) {
    return entry.startsWith(MARK);
  }
}
