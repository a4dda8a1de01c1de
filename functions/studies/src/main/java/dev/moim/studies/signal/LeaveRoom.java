package dev.moim.studies.signal;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.LookUntilTrue;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import dev.moim.studies.StudyError;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.LostSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code video:leave-room}: leaving a room one is not in is no error: an HTTP request may have left
 * it already. It is noted all the same, since the frame with which the client came may follow.
 */
public final class LeaveRoom implements Operation {

  private final StudySockets sockets;
  private final Calls calls;
  private final Timers timers;

  public LeaveRoom(StudySockets sockets, Calls calls, Timers timers) {
    this.sockets = sockets;
    this.calls = calls;
    this.timers = timers;
  }

  @Override
  public Outcome run(Sender sender, Fields data) {
    Optional<String> named = EventFields.studyOfAnyRoom(data);
    if (named.isEmpty()) {
      return Outcome.ok();
    }
    String studyId = named.get();
    StudySocket socket =
        sockets
            .exitCall(sender, studyId)
            .filter(StudySocket::isKnown)
            .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
    // Read only now: whoever came in before that note is seen, and whoever comes later sees it.
    List<Notice> notices = exit(studyId, socket, sender.receivedAt());
    Outcome left = Outcome.ok().telling(notices);
    PeerNews told = PeerNews.left(socket);
    return notices.isEmpty()
        ? left
        : LookUntilTrue.after(
            left, () -> calls.findNow(studyId).map(told::since).orElse(List.of()));
  }

  /** The same for a socket that is elsewhere by now, or about to be. */
  List<Notice> leave(StudySocket socket, String studyId, Instant asked) {
    sockets.exitCall(socket.socket(), studyId, asked);
    return exit(studyId, socket, asked);
  }

  /** A socket that another one has replaced leaves the room, and its user stays in the call. */
  List<Notice> exit(String studyId, StudySocket socket, Instant asked) {
    return calls.findNow(studyId).map(call -> exit(call, socket, asked)).orElse(List.of());
  }

  private List<Notice> exit(StudyCall seen, StudySocket socket, Instant asked) {
    String userId = socket.user().id();
    LostSocket leaving =
        new LostSocket(new ParticipantKey(seen.studyId(), userId), socket.socketId());
    Change change = calls.change(seen, call -> call.exit(leaving, asked));
    boolean maybeBack =
        change.after().find(userId).filter(it -> it.liveness().isLost()).isPresent()
            && isThere(change.before(), socket);
    if (maybeBack) {
      timers.set(Deadlines.breath(leaving.participant()), StudyCall.BREATH.plus(Deadlines.SLACK));
    }
    List<Notice> notices = new ArrayList<>(Peers.left(change, userId).stream().toList());
    if (isThere(change.after(), socket)) {
      notices.addAll(MediaNews.ofChanges(change.before(), change.after(), socket));
    }
    return notices;
  }

  static boolean isOn(StudyCall call, StudySocket socket) {
    Optional<CallParticipant> participant = call.find(socket.user().id());
    return participant.filter(known -> known.isOn(socket.socketId())).isPresent();
  }

  /** Whether messages reach its user over this socket. */
  static boolean isThere(StudyCall call, StudySocket socket) {
    return Peers.openSocket(call, socket.user().id()).equals(Optional.of(socket.socket()));
  }
}
