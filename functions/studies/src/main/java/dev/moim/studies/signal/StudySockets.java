package dev.moim.studies.signal;

import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.negotiation.Negotiation;
import dev.moim.shared.sockets.negotiation.PairKey;
import dev.moim.studies.User;
import dev.moim.studies.call.PeerSocket;
import java.time.Instant;
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

  /** What became of a wish to be somewhere. */
  enum Moved {
    DONE,
    /** The client has asked for something else since. */
    OUTDATED,
    /** The socket is gone. */
    GONE
  }

  /**
   * Notes that a socket is about to take part in a study's call, before it does, so that a crash in
   * between leaves a harmless note and never a participant whom nobody would miss.
   *
   * @param asked when the gateway received the frame that says so
   */
  Moved enterCall(PeerSocket socket, String studyId, Instant asked);

  /**
   * Notes that it is in no call any more: nobody can send to it by its id. Within the millisecond
   * of an {@link #enterCall} that one wins.
   */
  Moved exitCall(PeerSocket socket, String studyId, Instant asked);

  /**
   * The same for whoever sends a frame.
   *
   * @return the socket afterwards; empty if it is gone
   */
  Optional<StudySocket> exitCall(Sender sender, String studyId);

  /** Another socket of its user has taken this one's place. */
  default Moved displace(PeerSocket socket, String studyId, Instant asked) {
    return exitCall(socket, studyId, asked.plusMillis(1));
  }

  /** Takes an {@link #enterCall} back that came to nothing; it may be tried again. */
  void cancelCall(PeerSocket socket, Instant asked);

  /** Lets nobody send to it by its id, unless it has asked to be in a call since this moment. */
  void unlink(PeerSocket socket, Instant before);

  /** Notes which study's members are to see the socket as online. */
  Moved goOnline(PeerSocket socket, String studyId, Instant asked);

  /** Notes that nobody is. */
  Moved goOffline(PeerSocket socket, Instant asked);

  /** Takes a {@link #goOnline} back that came to nothing; it may be tried again. */
  void cancelOnline(PeerSocket socket, Instant asked);

  /**
   * Forgets a socket that is gone, unless it has moved since it was read.
   *
   * @return false if it has: then it has to leave where it is now
   */
  boolean remove(StudySocket socket);
}
