package dev.moim.studies.signal;

import dev.moim.shared.kernel.Sockets;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Participant;
import dev.moim.studies.call.Socket;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;

/**
 * Repairs, on a schedule, what a lost event left behind, so that no crashed client and no lost
 * timer keeps a session open for ever: sockets that closed without a word, deadlines that nobody
 * kept, sessions that nobody joined.
 */
public final class ReconcileCalls {

  private final Calls calls;
  private final Sockets sockets;
  private final LoseSocket loseSocket;
  private final Attendance attendance;
  private final Clock clock;

  public ReconcileCalls(
      Calls calls, Sockets sockets, LoseSocket loseSocket, Attendance attendance, Clock clock) {
    this.calls = calls;
    this.sockets = sockets;
    this.loseSocket = loseSocket;
    this.attendance = attendance;
    this.clock = clock;
  }

  public void run() {
    for (String studyId : calls.openStudies()) {
      calls.findNow(studyId).filter(StudyCall::isOpen).ifPresent(this::reconcile);
    }
  }

  private void reconcile(StudyCall call) {
    for (Participant participant : call.inside()) {
      participant
          .presence()
          .socket()
          .ifPresentOrElse(
              socket -> reconcile(call, participant, socket), () -> prolong(call, participant));
    }
    calls.change(call.studyId(), seen -> seen.expireAll(clock.instant()));
  }

  private void reconcile(StudyCall call, Participant participant, Socket socket) {
    if (!participant.presence().isLost() && !sockets.isOpen(socket.connectionId())) {
      loseSocket.closed(call.studyId(), participant.user().id(), socket.socketId());
      loseSocket.closed(socket.connectionId());
    }
  }

  private void prolong(StudyCall call, Participant participant) {
    String userId = participant.user().id();
    if (attendance.isThere(call.studyId(), userId)) {
      calls.change(call.studyId(), seen -> seen.prolong(userId, clock.instant()));
    }
  }
}
