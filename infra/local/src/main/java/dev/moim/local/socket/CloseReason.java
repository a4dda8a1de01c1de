package dev.moim.local.socket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a socket ended: the status code and text of {@code disconnectStatusCode} and {@code
 * disconnectReason} in the {@code $disconnect} event.
 */
record CloseReason(int code, String text) {

  /** How long a client has to answer a close frame. */
  static final Duration HANDSHAKE = Duration.ofSeconds(5);

  /** {@code DELETE @connections/{id}}. */
  static final CloseReason DELETED = new CloseReason(1000, "Connection Closed Normally");

  /** Idle for too long, too old, or the gateway stops. */
  static final CloseReason GOING_AWAY = new CloseReason(1001, "Going away");

  static final CloseReason BINARY = new CloseReason(1003, "Binary frames are not supported");

  /** Nobody said a word: what a client's own code for it would be. */
  static final CloseReason LINE_CUT = new CloseReason(1006, "Connection closed abnormally");

  private static final int NO_STATUS = 1005;

  static CloseReason fromClient(int code, @Nullable String text) {
    return code == NO_STATUS
        ? new CloseReason(code, "Client-side close frame status not set")
        : new CloseReason(code, text == null ? "" : text);
  }
}
