package dev.moim.studies.signal;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Participant;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code video:leave-room}: leaving a room one is not in is no error, since REST may have done it.
 */
public final class LeaveRoom implements Operation {

  private final Senders senders;
  private final StudySockets sockets;
  private final Calls calls;

  public LeaveRoom(Senders senders, StudySockets sockets, Calls calls) {
    this.senders = senders;
    this.sockets = sockets;
    this.calls = calls;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    String roomId = Senders.roomId(data);
    StudySocket socket = senders.known(sender);
    String studyId = socket.studyId();
    return studyId == null || !StudyCall.roomId(studyId).equals(roomId)
        ? Outcome.ok()
        : Outcome.ok().telling(leave(socket, studyId, sender.receivedAt()));
  }

  /** A socket whose place another one has taken leaves nothing but its note behind. */
  List<Notice> leave(StudySocket socket, String studyId, Instant now) {
    String userId = socket.user().id();
    List<Notice> notices =
        calls
            .change(studyId, call -> isOn(call, socket) ? call.leave(userId, now) : call)
            .filter(change -> !change.before().equals(change.after()))
            .flatMap(change -> Peers.left(change.before(), change.after(), userId))
            .stream()
            .toList();
    sockets.exit(socket.connectionId(), socket.socketId());
    return notices;
  }

  static boolean isOn(StudyCall call, StudySocket socket) {
    Optional<Participant> participant = call.find(socket.user().id());
    return participant.filter(known -> known.isOn(socket.socketId())).isPresent();
  }
}
