package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.TimeView;
import dev.moim.studies.view.UserView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat:video-message}: a message to everybody in the call, its sender included, whose client
 * knows its own by {@code socketId}. It is not kept.
 */
public final class SendChatMessage implements Operation {

  private final SenderLookup senders;
  private final Calls calls;

  public SendChatMessage(SenderLookup senders, Calls calls) {
    this.senders = senders;
    this.calls = calls;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String text = data.text("message");
    StudySocket socket = senders.inRoom(sender, data);
    StudyCall call = RelaySpeaking.callOf(calls, socket);
    String id = "vmsg_" + Ids.timeOrdered(sender.receivedAt());
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("roomId", call.roomId());
    message.put("userId", socket.user().id());
    message.put("user", UserView.of(socket.user()));
    message.put("message", text);
    message.put("timestamp", TimeView.of(sender.receivedAt()));
    message.put("socketId", socket.socketId());
    return Outcome.reply(Map.of("id", id))
        .telling(new Notice(Peers.all(call), Message.of("chat:video-message-received", message)));
  }
}
