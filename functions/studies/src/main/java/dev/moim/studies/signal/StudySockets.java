package dev.moim.studies.signal;

import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.Negotiation;
import dev.moim.shared.sockets.negotiation.PairKey;
import dev.moim.studies.User;
import dev.moim.studies.call.PeerSocket;
import java.util.Optional;

/** The sockets of this family, by the gateway's id and by the id that peers use. */
public interface StudySockets {

  /**
   * Whoever sends to a peer, and that peer.
   *
   * @param target empty unless it is in the sender's call
   * @param seen what has passed from the one to the other
   */
  record Route(Optional<StudySocket> sender, Optional<Recipient> target, Negotiation seen) {}

  /** What passes from a sender to a peer, by the gateway's id of the one and the other's own. */
  static PairKey pair(Sender from, String targetSocketId) {
    return PairKey.in("study").from(from.connectionId()).to(targetSocketId);
  }

  void put(StudySocket socket);

  /** Eventually consistent, at half the price: may miss what happened less than a second ago. */
  Optional<StudySocket> find(String connectionId);

  Optional<StudySocket> findNow(String connectionId);

  /** All in one request; eventually consistent. */
  Route route(Sender sender, String targetSocketId);

  Route routeNow(Sender sender, String targetSocketId);

  /** Where a peer is now; empty if it takes part in no call. */
  Optional<Recipient> findPeer(String socketId);

  /**
   * Writes down who is on a socket.
   *
   * @return false if somebody else is, and does something there already
   */
  boolean identify(String connectionId, User user);

  /**
   * Notes that a socket is about to take part in a study's call, before it does, so that a crash in
   * between leaves a harmless note and never a participant whom nobody would miss.
   *
   * @return false if the socket is gone
   */
  boolean enterCall(PeerSocket socket, String studyId);

  /** Nobody can send to this socket by its id any more. */
  void exitCall(PeerSocket socket);

  /**
   * Notes which study's members are to see the socket as online.
   *
   * @return false if the socket is gone
   */
  boolean goOnline(PeerSocket socket, String studyId);

  void goOffline(PeerSocket socket);

  void remove(StudySocket socket);
}
