package dev.moim.studies.signal;

import dev.moim.studies.User;
import java.util.List;
import java.util.Optional;

/** Whose pages of a study are open: who is shown as online, and hears that a call has begun. */
public interface Online {

  /** So many sockets of one study are kept track of. */
  int MAX_SOCKETS = 200;

  record Watcher(String socketId, String connectionId, User user) {}

  /**
   * Everybody who is online, with the one who has come. One request.
   *
   * @return empty if there are {@link #MAX_SOCKETS} already
   */
  Optional<List<Watcher>> add(String studyId, Watcher watcher);

  /**
   * Everybody who is still online. One request.
   *
   * @return empty if the socket was not among them
   */
  Optional<List<Watcher>> remove(String studyId, String socketId);
}
