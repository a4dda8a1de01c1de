package dev.moim.studies.signal;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.SentTimes;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.signal.Events.Stores;
import dev.moim.studies.view.TimeView;
import dev.moim.studies.view.UserView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat:video-message} and {@code chat:video-file}: something said to everybody in the call,
 * its sender included, whose client knows its own by {@code socketId}. It is not kept. What was
 * sent before its sender left is delivered, whichever of the two frames is handled first.
 */
public final class SendChat implements Operation {

  private final SenderLookup senders;
  private final Calls calls;
  private final Groups groups;
  private final SentTimes times;
  private final String field;
  private final Function<Fields, Object> content;

  private SendChat(
      SenderLookup senders,
      Stores stores,
      SentTimes times,
      String field,
      Function<Fields, Object> content) {
    this.senders = senders;
    this.calls = stores.calls();
    this.groups = stores.groups();
    this.times = times;
    this.field = field;
    this.content = content;
  }

  public static SendChat message(SenderLookup senders, Stores stores, SentTimes times) {
    return new SendChat(senders, stores, times, "message", data -> data.text("message"));
  }

  /** A file by what its sender says of it, such as its name and address: it is not stored here. */
  public static SendChat file(SenderLookup senders, Stores stores, SentTimes times) {
    return new SendChat(senders, stores, times, "file", SendChat::file);
  }

  private static Object file(Fields data) {
    if (data.requiredRaw("file") instanceof Map<?, ?> file) {
      return file;
    }
    throw FieldException.invalid("file", "an object");
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    Object said = content.apply(data);
    StudySocket socket = senders.wasInRoom(sender, data);
    StudyCall call = callOf(socket);
    Instant sentAt = times.of(sender);
    String id = "vmsg_" + Ids.timeOrdered(sentAt);
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("roomId", call.roomId());
    message.put("userId", socket.user().id());
    message.put("user", UserView.of(socket.user()));
    message.put(field, said);
    message.put("timestamp", TimeView.of(sentAt));
    message.put("sentAt", TimeView.of(sentAt));
    message.put("socketId", socket.socketId());
    return Outcome.reply(Map.of("id", id))
        .telling(
            new Notice(Peers.all(call), Message.of("chat:video-" + field + "-received", message)));
  }

  /** If their departure was faster than their coming, they are not in its records. */
  private boolean mayHaveBeenIn(StudyCall call, StudySocket socket) {
    String userId = socket.user().id();
    return call.find(userId).isPresent()
        || groups.find(new MemberKey(call.studyId(), userId)).filter(Member::isActive).isPresent();
  }

  private StudyCall callOf(StudySocket socket) {
    String studyId = socket.inCall();
    if (studyId != null) {
      return RelaySpeaking.callOf(calls, socket);
    }
    return calls
        .findNow(String.valueOf(socket.call().before()))
        .filter(StudyCall::isOpen)
        .filter(call -> mayHaveBeenIn(call, socket))
        .orElseThrow(SenderLookup::notInRoom);
  }
}
