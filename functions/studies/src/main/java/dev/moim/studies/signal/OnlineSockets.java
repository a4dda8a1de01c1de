package dev.moim.studies.signal;

import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.PeerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose pages of a study are open: who is shown as online, and hears that a call has begun. */
public interface OnlineSockets {

  /** So many sockets of one study are kept track of. */
  int MAX_SOCKETS = 200;

  /** Later than every frame: for the entry of a socket that is gone. */
  Instant WHENEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /**
   * Everybody who is online, with the one who has come. An entry that was asked for later stays.
   * One request.
   *
   * @return empty if there are {@link #MAX_SOCKETS} already
   */
  Optional<List<OnlineSocket>> add(String studyId, OnlineSocket socket);

  /**
   * Everybody who is still online. One request.
   *
   * @param before removes only what was asked for before this moment
   * @return empty if the socket was not among them
   */
  Optional<List<OnlineSocket>> remove(String studyId, PeerSocket socket, Instant before);

  /** Everybody who is online. One request. */
  List<OnlineSocket> find(String studyId);

  /** Ids of studies in which somebody is or was online lately. One request per 1 MB. */
  List<String> studies();

  /** Takes a study off that list if nobody is online there. */
  void unlist(String studyId);
}
