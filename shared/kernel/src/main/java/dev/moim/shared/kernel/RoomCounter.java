package dev.moim.shared.kernel;

/** Counts off rooms that have ended, each once. */
public interface RoomCounter {

  /** Counts a listed room no more; one that is not listed changes nothing. */
  void closeRoom(RoomLife room);

  /**
   * Counts a room no more that may be unlisted. Repeating it changes nothing until it is {@link
   * #settle settled}.
   */
  void closeUnlisted(RoomLife room);

  /** Nobody will close this room again: that it was closed is forgotten by some later write. */
  void settle(RoomLife room);
}
