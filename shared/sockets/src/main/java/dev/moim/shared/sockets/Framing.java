package dev.moim.shared.sockets;

/** How a family's messages look on the wire. */
public interface Framing {

  /**
   * Writes a message in no dialect: its recipient may come back speaking another one.
   *
   * @return what {@link #frame} takes, and mailboxes and timers keep
   */
  String payload(Message message);

  /** Reads what {@link #payload} has written. */
  Message message(String payload);

  String frame(Dialect dialect, String payload);
}
