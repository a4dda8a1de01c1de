package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import java.util.Map;

/** {@code video:speaking}: who is speaking, and has stopped; nothing is kept of it. */
public final class Speak implements SocketEvent {

  private final Senders senders;
  private final Calls calls;

  public Speak(Senders senders, Calls calls) {
    this.senders = senders;
    this.calls = calls;
  }

  @Override
  public Outcome receive(String connectionId, Fields data) {
    boolean speaking = data.flag("speaking");
    StudySocket sender = senders.inRoom(connectionId, data);
    StudyCall call = callOf(calls, sender);
    return Outcome.telling(
        new Notice(
            Peers.others(call, sender.user().id()),
            "video:user-speaking",
            Map.of("socketId", sender.socketId(), "speaking", speaking)));
  }

  /** The call that this socket takes part in; its note alone may be out of date. */
  static StudyCall callOf(Calls calls, StudySocket sender) {
    return calls
        .findNow(String.valueOf(sender.studyId()))
        .filter(call -> LeaveRoom.isOn(call, sender))
        .orElseThrow(Senders::notInRoom);
  }
}
