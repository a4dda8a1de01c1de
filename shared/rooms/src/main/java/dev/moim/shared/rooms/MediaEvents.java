package dev.moim.shared.rooms;

/** Which events of the media server have been handled, for as long as they may come again. */
public interface MediaEvents {

  /**
   * @return false if it was claimed before: a second delivery, or somebody replays it
   */
  boolean claim(String eventId);

  /** Handling it failed: the next delivery may try again. */
  void release(String eventId);

  /** A connection has ended; news of its beginning may still be under way. */
  void ended(String participantSid);

  /** Right also just after {@link #ended}. */
  boolean hasEnded(String participantSid);
}
