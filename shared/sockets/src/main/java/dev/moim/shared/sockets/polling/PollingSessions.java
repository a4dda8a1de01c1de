package dev.moim.shared.sockets.polling;

import java.util.List;
import java.util.Optional;

/**
 * What clients have said that began by polling, until their sockets are open. A session belongs to
 * one socket, and what was said is answered once.
 */
public interface PollingSessions {

  /** How many packets a session may have waiting before one more request is refused. */
  int MAX_WAITING = 4;

  /**
   * Keeps packets for the socket to come.
   *
   * @return false if the session has its socket, or too much waiting
   */
  boolean keep(SessionId session, List<String> packets);

  /**
   * A socket is opened for a session.
   *
   * @return false if another has been
   */
  boolean claim(SessionId session, String connectionId);

  /**
   * Takes what waits, for the socket that has claimed the session.
   *
   * @return in no order; empty if it is another's, or was taken before
   */
  Optional<List<String>> take(SessionId session, String connectionId);

  /** What was taken has been answered. */
  void answered(SessionId session);

  boolean isAnswered(SessionId session);
}
