package dev.moim.shared.rooms;

import dev.moim.shared.kernel.Viewer;
import java.time.Instant;

/**
 * How a seat's member is connected: over a socket, or with nothing but a token for the media
 * server.
 *
 * @param id of the socket; of a token's seat the participant's sid, "" before it has one
 * @param lostAt epoch milliseconds at which its socket was lost, 0 while it is connected; of a
 *     lease, when it ends
 * @param dialect in which frames to the socket are written, or {@link #TOKEN}
 * @param viewer where its member looks from; of a lease, whoever asked for the token
 */
public record SeatConnection(String id, long lostAt, String dialect, Viewer viewer) {

  /** Stands where others have their socket's dialect. */
  public static final String TOKEN = "t";

  /** An open socket. */
  public static SeatConnection socket(String id, Viewer viewer, String dialect) {
    return new SeatConnection(id, 0, dialect, viewer);
  }

  /** A token that nobody has used yet. */
  static SeatConnection lease(Instant until, Viewer viewer) {
    return new SeatConnection("", until.toEpochMilli(), TOKEN, viewer);
  }

  /** A participant of the media server who has no socket. */
  static SeatConnection participant(String sid) {
    return new SeatConnection(sid, 0, TOKEN, Viewer.UNKNOWN);
  }
}
