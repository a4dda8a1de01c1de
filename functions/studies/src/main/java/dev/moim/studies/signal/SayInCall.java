package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat:video-message}: a message to everybody in the call, its sender included, whose client
 * knows its own by {@code socketId}. It is not kept.
 */
public final class SayInCall implements SocketEvent {

  private final Senders senders;
  private final Calls calls;
  private final Clock clock;

  public SayInCall(Senders senders, Calls calls, Clock clock) {
    this.senders = senders;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public Outcome receive(String connectionId, Fields data) {
    String text = data.text("message");
    StudySocket sender = senders.inRoom(connectionId, data);
    StudyCall call = Speak.callOf(calls, sender);
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("id", "vmsg_" + Ids.timeOrdered(clock));
    message.put("roomId", call.roomId());
    message.put("userId", sender.user().id());
    message.put("user", Views.user(sender.user()));
    message.put("message", text);
    message.put("timestamp", Views.time(clock.instant()));
    message.put("socketId", sender.socketId());
    Notice notice = new Notice(Peers.all(call), "chat:video-message-received", message);
    return new Outcome(Map.of("id", message.get("id")), List.of(notice));
  }
}
