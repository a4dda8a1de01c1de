package dev.moim.studies.signal;

import dev.moim.shared.kernel.Sockets;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.LostSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;

/**
 * Repairs, on a schedule, what a lost event left behind, so that no crashed client and no lost
 * timer keeps a session open for ever: sockets that closed without a word, deadlines that nobody
 * kept, sessions that nobody joined. What fails for one study stops no other.
 */
public final class ReconcileCalls {

  private final Calls calls;
  private final Sockets sockets;
  private final LoseSocket loseSocket;
  private final StraySockets strays;
  private final EndParticipation endParticipation;
  private final CallMedia media;
  private final Clock clock;

  public ReconcileCalls(
      Calls calls,
      Sockets sockets,
      LoseSocket loseSocket,
      StraySockets strays,
      EndParticipation endParticipation,
      CallMedia media,
      Clock clock) {
    this.strays = strays;
    this.endParticipation = endParticipation;
    this.calls = calls;
    this.sockets = sockets;
    this.loseSocket = loseSocket;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException once all studies are done, if any of them failed
   */
  public void run() {
    EachStudy.reconcile(
        calls.openStudies(),
        studyId -> calls.findNow(studyId).filter(StudyCall::isOpen).ifPresent(this::reconcile));
  }

  private void reconcile(StudyCall call) {
    for (CallParticipant participant : call.inside()) {
      participant
          .liveness()
          .socket()
          .ifPresentOrElse(
              socket -> reconcile(call, participant, socket), () -> prolong(call, participant));
    }
    endParticipation.ofStrangers(call);
    calls.change(call.studyId(), seen -> seen.expireAll(clock.instant()));
  }

  private void reconcile(StudyCall call, CallParticipant participant, PeerSocket socket) {
    LostSocket perhaps = new LostSocket(key(call, participant), socket.socketId());
    if (participant.liveness().isLost()) {
      return;
    }
    if (sockets.isOpen(socket.connectionId())) {
      strays.check(perhaps, socket.connectionId());
    } else {
      loseSocket.closed(perhaps);
      loseSocket.closed(socket.connectionId());
    }
  }

  private void prolong(StudyCall call, CallParticipant participant) {
    ParticipantKey key = key(call, participant);
    if (media.isConnected(call, key.userId())) {
      calls.change(key.studyId(), seen -> seen.prolong(key.userId(), clock.instant()));
    }
  }

  private static ParticipantKey key(StudyCall call, CallParticipant participant) {
    return new ParticipantKey(call.studyId(), participant.user().id());
  }
}
