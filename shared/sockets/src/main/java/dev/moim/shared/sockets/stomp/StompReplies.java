package dev.moim.shared.sockets.stomp;

import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Refusal;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.shared.wire.stomp.StompVersion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frames that answer a client's. */
final class StompReplies {

  /**
   * A function cannot beat, since it sleeps between messages; a client is asked to do so twice
   * within the ten minutes after which the gateway closes an idle socket.
   */
  private static final String HEART_BEAT = "0,300000";

  private StompReplies() {}

  /** What a client and this server both speak; empty if nothing. */
  static Optional<StompVersion> version(StompFrame connect) {
    return StompVersion.accepted(connect.written("accept-version"));
  }

  /** Version 1.0 knows no heart-beats, and a client of it no header of that name. */
  static String connected(StompFrame connect, Answer answer) {
    StompVersion version = version(connect).orElse(StompVersion.V1_0);
    StompFrame frame =
        StompFrame.of(StompCommand.CONNECTED)
            .repeating("version", version.code())
            .repeating("heart-beat", version == StompVersion.V1_0 ? "0,0" : HEART_BEAT)
            .repeating("server", "moim");
    if (answer instanceof Answer.Done(Optional<Map<String, @Nullable Object>> reply)) {
      for (var header : reply.orElseGet(Map::of).entrySet()) {
        frame = frame.repeating(header.getKey(), String.valueOf(header.getValue()));
      }
    }
    return StompCodec.encode(frame);
  }

  /**
   * @param writtenId as its client wrote it
   */
  static String receipt(String writtenId) {
    return StompCodec.encode(
        StompFrame.of(StompCommand.RECEIPT).repeating("receipt-id", writtenId));
  }

  static String error(
      Refusal refusal, Map<String, ? extends @Nullable Object> body, Optional<String> receipt) {
    StompFrame frame =
        StompFrame.of(StompCommand.ERROR)
            .with("message", refusal.message(), StompVersion.V1_2)
            .repeating("content-type", "application/json");
    if (receipt.isPresent()) {
      frame = frame.repeating("receipt-id", receipt.get());
    }
    return StompCodec.encode(frame.saying(Json.write(body)));
  }
}
