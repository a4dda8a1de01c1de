package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code video:leave-room}: leaving a room one is not in is no error: an HTTP request may have left
 * it already.
 */
public final class LeaveRoom implements Operation {

  private final SenderLookup senders;
  private final StudySockets sockets;
  private final Calls calls;

  public LeaveRoom(SenderLookup senders, StudySockets sockets, Calls calls) {
    this.senders = senders;
    this.sockets = sockets;
    this.calls = calls;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String roomId = EventFields.roomId(data);
    StudySocket socket = senders.known(sender);
    String studyId = socket.inCall();
    return studyId == null || !StudyCall.roomId(studyId).equals(roomId)
        ? Outcome.ok()
        : Outcome.ok().telling(leave(socket, studyId, sender.receivedAt()));
  }

  /** A socket that another one has replaced leaves the room, and its user stays in the call. */
  List<Notice> leave(StudySocket socket, String studyId, Instant now) {
    String userId = socket.user().id();
    List<Notice> notices =
        calls
            .change(studyId, call -> isOn(call, socket) ? call.leave(userId, now) : call)
            .flatMap(change -> Peers.left(change, userId))
            .stream()
            .toList();
    sockets.exitCall(socket.socket());
    return notices;
  }

  static boolean isOn(StudyCall call, StudySocket socket) {
    Optional<CallParticipant> participant = call.find(socket.user().id());
    return participant.filter(known -> known.isOn(socket.socketId())).isPresent();
  }
}
