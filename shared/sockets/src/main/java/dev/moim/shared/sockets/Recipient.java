package dev.moim.shared.sockets;

/**
 * Whom a message is for.
 *
 * @param dialect of the socket
 * @param mailbox where a family that keeps messages keeps this one's while no socket takes them; ""
 *     where none are kept
 * @param lost whether the socket is known to be gone, so that a post would be in vain
 */
public record Recipient(String connectionId, Dialect dialect, String mailbox, boolean lost) {

  /** A socket that gets a message now or not at all. */
  public static Recipient of(String connectionId, Dialect dialect) {
    return new Recipient(connectionId, dialect, "", false);
  }
}
