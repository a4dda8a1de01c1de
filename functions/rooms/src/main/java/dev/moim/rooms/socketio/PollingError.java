package dev.moim.rooms.socketio;

import dev.moim.shared.kernel.ErrorCode;

/**
 * What a client that polls is refused for, by the numbers and in the words of Engine.IO's server.
 */
enum PollingError implements ErrorCode {
  TRANSPORT_UNKNOWN(0, "Transport unknown"),
  SESSION_UNKNOWN(1, "Session ID unknown"),
  /** Engine.IO has no words for it, since its server does without a WebSocket. */
  WEBSOCKET_NEEDED(
      1,
      "WebSocket needed: this session had none within 20 seconds, and polling alone does not do"),
  BAD_REQUEST(3, "Bad request"),
  TOO_LARGE(3, "Payload too large: clients send up to 16 KB before their WebSocket is open"),
  UNSUPPORTED_VERSION(5, "Unsupported protocol version");

  private final int number;
  private final String message;

  PollingError(int number, String message) {
    this.number = number;
    this.message = message;
  }

  int number() {
    return number;
  }

  @Override
  public String message() {
    return message;
  }
}
