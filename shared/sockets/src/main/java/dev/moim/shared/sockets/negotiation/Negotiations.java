package dev.moim.shared.sockets.negotiation;

import dev.moim.shared.sockets.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What peers have told each other lately, kept for minutes, and candidates that wait. */
public interface Negotiations {

  /**
   * A message with candidates that arrived before their description.
   *
   * @param receivedAt when the gateway received it
   */
  record Early(Instant receivedAt, Candidates candidates, Message message) {}

  /** How the end of relaying a description was noted. */
  sealed interface Noted {

    /**
     * @param before what had passed between the two when it was noted
     * @param early candidates that waited for it, in the order they were sent; nobody else gets
     *     them
     */
    record Relayed(Negotiation before, List<Early> early) implements Noted {}

    /** A newer description was relayed meanwhile, and this one perhaps after it. */
    record Overtaken() implements Noted {}
  }

  /** What has passed between the two; eventually consistent. */
  Negotiation find(PairKey pair);

  /**
   * Keeps candidates until their description was relayed. One request.
   *
   * @return false if it has been by now, or too many wait already: then they are to be relayed
   */
  boolean hold(PairKey pair, Early early);

  /** Notes that a description was relayed just now. One request, at most a write unit. */
  Noted relayed(PairKey pair, Description description);

  /** Takes candidates that have waited since before this moment: their description never came. */
  List<Early> takeHeldBefore(PairKey pair, Instant moment);

  /** Keeps a whole description for seconds, should an older one be delivered after it. */
  void keep(PairKey pair, Message newest);

  Optional<Message> kept(PairKey pair);
}
