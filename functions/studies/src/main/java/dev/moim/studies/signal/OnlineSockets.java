package dev.moim.studies.signal;

import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import java.util.List;
import java.util.Optional;

/** Whose pages of a study are open: who is shown as online, and hears that a call has begun. */
public interface OnlineSockets {

  /** So many sockets of one study are kept track of. */
  int MAX_SOCKETS = 200;

  /**
   * Everybody who is online, with the one who has come. One request.
   *
   * @return empty if there are {@link #MAX_SOCKETS} already
   */
  Optional<List<OnlineSocket>> add(String studyId, OnlineSocket socket);

  /**
   * Everybody who is still online. One request.
   *
   * @return empty if the socket was not among them
   */
  Optional<List<OnlineSocket>> remove(String studyId, PeerSocket socket);
}
