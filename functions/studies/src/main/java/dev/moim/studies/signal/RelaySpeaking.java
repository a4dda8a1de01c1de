package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;

/**
 * {@code video:speaking}: who is speaking, and has stopped; nothing is kept of it. Clients send it
 * with every frame of an animation: what only repeats the last one is dropped.
 */
public final class RelaySpeaking implements Operation {

  private final SenderLookup senders;
  private final Calls calls;
  private final Repetitions repetitions;

  public RelaySpeaking(SenderLookup senders, Calls calls, Repetitions repetitions) {
    this.repetitions = repetitions;
    this.senders = senders;
    this.calls = calls;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    boolean speaking = data.flag("speaking");
    if (repetitions.isOne(sender, speaking)) {
      return Outcome.ok();
    }
    StudySocket socket = senders.inRoom(sender, data);
    StudyCall call = callOf(calls, socket);
    repetitions.note(sender, speaking);
    Message message =
        Message.of("video:user-speaking")
            .with("socketId", socket.socketId())
            .with("speaking", speaking);
    return Outcome.ok().telling(new Notice(Peers.others(call, socket.user().id()), message));
  }

  /** The call that this socket takes part in; what the socket's item says may be out of date. */
  static StudyCall callOf(Calls calls, StudySocket socket) {
    StudyCall call =
        calls.findNow(String.valueOf(socket.inCall())).orElseThrow(SenderLookup::notInRoom);
    SenderLookup.requireOn(call, socket);
    return call;
  }
}
