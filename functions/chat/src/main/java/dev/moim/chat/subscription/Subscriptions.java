package dev.moim.chat.subscription;

import dev.moim.shared.sockets.Recipient;
import java.util.List;

/** Who wants to hear of what. */
public interface Subscriptions {

  /** What became of a subscription. */
  enum Added {
    DONE,
    NO_ROOM,
    /** They do not take part in the meeting. */
    NO_MEMBER,
    /** The socket is closed, or has as many as it may have. */
    NO_SOCKET
  }

  /** So many may a socket have. */
  int MOST = 64;

  /** Adds one, in place of one that its socket gave the same id. One request. */
  Added add(Subscription subscription);

  /** Of everybody. One request for each 1 MB; the answer is the latest. */
  List<Subscription> of(Topic topic);

  /**
   * Those of these sockets that still want to hear of it, by the same ids: whoever has left in the
   * meantime does not. One request for each 1 MB of what lies between them.
   */
  List<Recipient> still(Topic topic, List<Recipient> some);

  /**
   * Decides who posts a message to a subscription that is catching up.
   *
   * @return whether it is whoever asks; false if it was posted, or the subscription is gone
   */
  boolean claim(Subscription subscription, String messageId);

  /** Ends the catching up. */
  void settle(Subscription subscription);

  /**
   * A subscription as its client names it.
   *
   * @param writtenId its id, as it is written
   */
  record Named(String connectionId, String writtenId) {}

  /** Removes one, by the id its client gave it; nothing if there is none. */
  void remove(Named subscription);

  /** Removes these. */
  void removeAll(List<Subscription> some);
}
