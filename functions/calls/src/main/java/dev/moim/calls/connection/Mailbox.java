package dev.moim.calls.connection;

import dev.moim.shared.sockets.Letter;
import java.util.List;

/**
 * Messages for users whose socket is lost, kept in order until they return or their seat is given
 * up.
 */
public interface Mailbox {

  /**
   * @param seq in the order of what the letters tell, not of when they were put here
   */
  record Kept(String seq, String payload) {}

  void put(Owner owner, Letter letter);

  /** The oldest letters first, at most a page; read again after {@link #remove} for more. */
  List<Kept> oldest(Owner owner);

  void remove(Owner owner, List<Kept> letters);
}
