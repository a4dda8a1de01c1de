package dev.moim.calls.connection;

import java.util.List;

/**
 * Messages for users whose socket is lost, kept in order until they return or their seat is given
 * up.
 */
public interface Mailbox {

  record Letter(String seq, String payload) {}

  void put(Owner owner, String payload);

  /** The oldest letters first, at most a page; read again after {@link #remove} for more. */
  List<Letter> oldest(Owner owner);

  void remove(Owner owner, List<Letter> letters);
}
