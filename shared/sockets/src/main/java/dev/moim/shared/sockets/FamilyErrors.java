package dev.moim.shared.sockets;

import dev.moim.shared.kernel.ErrorCode;

/** A family's codes for what any socket server refuses. */
public interface FamilyErrors {

  ErrorCode of(Problem problem);

  /**
   * @param why for whoever wrote the client, such as which field is missing
   * @return what the client reads
   */
  default String message(Problem problem, String why) {
    return why;
  }

  /** The family's own code for one that comes from below, such as the media server's. */
  default ErrorCode own(ErrorCode code) {
    return code;
  }

  /**
   * Whether a request refused with this code may succeed once what the same client asked for a
   * moment ago is done: it lacks a registration, a room, a seat or a subscription.
   */
  boolean isMembership(ErrorCode code);
}
