package dev.moim.calls.sqs;

import dev.moim.calls.connection.Owner;
import dev.moim.calls.room.CurrentState;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.wire.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings up to date what a post is repeated with, seconds after it got no answer. */
public final class LateNews {

  private final CurrentState state;
  private final Framing framing;

  public LateNews(CurrentState state, Framing framing) {
    this.state = state;
    this.framing = framing;
  }

  /**
   * @param retry as the outbox sets it
   */
  public Timer upToDate(Timer retry) {
    Map<String, @Nullable Object> told = Json.readObject(retry.get("payload"));
    if (!"presence".equals(told.get("eventOp")) || retry.get("mailbox").isEmpty()) {
      return retry;
    }
    RoomKey room = Owner.ofKey(retry.get("mailbox")).room(String.valueOf(told.get("roomId")));
    return state
        .of(room, String.valueOf(told.get("type")), userId(told))
        .map(now -> retry.with("payload", framing.payload(now)))
        .orElse(retry);
  }

  /** A user who has come is described, others are named. */
  private static String userId(Map<String, @Nullable Object> told) {
    Object user = told.get("user");
    return String.valueOf(user instanceof Map<?, ?> described ? described.get("id") : user);
  }
}
