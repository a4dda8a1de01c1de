package dev.moim.shared.sockets;

/** What can be wrong with any request, whatever it asks for. */
public enum Problem {
  /** The frame is no request at all. */
  MALFORMED,
  UNKNOWN_OPERATION,
  MISSING_FIELD,
  INVALID_FIELD,
  /** What would be relayed of it may not fit into a frame any more. */
  TOO_LONG,
  /** We failed; what happened is in the log and nowhere else. */
  FAILED
}
