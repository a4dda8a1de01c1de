package dev.moim.local.socket;

import java.time.Duration;

/**
 * API Gateway's quotas for WebSocket APIs, from "Amazon API Gateway quotas: WebSocket API" in its
 * developer guide.
 */
final class SocketLimits {

  static final int MESSAGE_BYTES = 128 * 1024;
  static final int FRAME_BYTES = 32 * 1024;
  static final Duration IDLE = Duration.ofMinutes(10);
  static final Duration LIFE = Duration.ofHours(2);
  static final Duration INTEGRATION = Duration.ofSeconds(29);

  private SocketLimits() {}
}
