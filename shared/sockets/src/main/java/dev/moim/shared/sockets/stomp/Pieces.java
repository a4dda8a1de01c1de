package dev.moim.shared.sockets.stomp;

import java.util.List;

/** What is kept of frames that are not finished, by the socket they come over. */
public interface Pieces {

  /** So many pieces a frame may have. */
  int MOST = 16;

  /** So long the pieces of a socket may be altogether, in bytes of UTF-8. */
  int MAX_BYTES = 32 * 1_024;

  /**
   * Keeps one more.
   *
   * @return all that are kept by now, in any order; empty if there is no room for this one
   */
  List<Piece> add(String connectionId, Piece piece);

  /** All that are kept by now, in any order. */
  List<Piece> find(String connectionId);

  /**
   * Takes what is kept, if it is these and no others: of several who have seen them complete, one
   * gets them.
   *
   * @param rest to keep instead; none or one
   */
  boolean take(String connectionId, List<Piece> seen, List<Piece> rest);
}
