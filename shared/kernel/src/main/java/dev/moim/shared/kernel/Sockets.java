package dev.moim.shared.kernel;

/** The open sockets, as API Gateway's connection management API sees them. */
public interface Sockets {

  /** What became of a frame. */
  enum Posted {
    DELIVERED,
    /** The socket is closed, or its {@code $connect} has not returned yet (410 in both cases). */
    GONE,
    /** It is longer than a frame may be (413); no socket will ever take it. */
    TOO_LONG,
    /** Neither delivered nor refused in time; it may still arrive. */
    UNKNOWN
  }

  Posted post(String connectionId, String text);

  boolean isOpen(String connectionId);

  /** Closes the socket; no error if it is closed already. */
  void close(String connectionId);
}
