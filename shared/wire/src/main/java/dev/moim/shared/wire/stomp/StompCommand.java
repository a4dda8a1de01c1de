package dev.moim.shared.wire.stomp;

import java.util.Optional;

/** What a frame is, by its first line. */
public enum StompCommand {
  CONNECT,
  /** The same as {@link #CONNECT}, since version 1.1. */
  STOMP,
  SEND,
  SUBSCRIBE,
  UNSUBSCRIBE,
  ACK,
  NACK,
  BEGIN,
  COMMIT,
  ABORT,
  DISCONNECT,
  CONNECTED,
  MESSAGE,
  RECEIPT,
  ERROR;

  /** Only these may have a body. */
  boolean takesBody() {
    return this == SEND || this == MESSAGE || this == ERROR;
  }

  /** Frames that find a version never escape anything, since nobody knows the rules yet. */
  boolean isEscaped() {
    return this != CONNECT && this != STOMP && this != CONNECTED;
  }

  static Optional<StompCommand> of(String line) {
    for (StompCommand command : values()) {
      if (command.name().equals(line)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** Whether a line that starts like this may become a command. */
  static boolean isBegunBy(String text) {
    for (StompCommand command : values()) {
      if (command.name().startsWith(text)) {
        return true;
      }
    }
    return false;
  }
}
