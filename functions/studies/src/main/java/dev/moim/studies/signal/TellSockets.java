package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.CallObserver;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.CallView;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Tells sockets what requests have done to a call, and sets the deadlines that follow from it. */
public final class TellSockets implements CallObserver {

  private final Outbox outbox;
  private final Timers timers;
  private final Supplier<StudySockets> sockets;
  private final Clock clock;

  /**
   * @param sockets are needed only when somebody leaves who has one
   */
  public TellSockets(Outbox outbox, Timers timers, Supplier<StudySockets> sockets, Clock clock) {
    this.sockets = sockets;
    this.clock = clock;
    this.outbox = outbox;
    this.timers = timers;
  }

  @Override
  public void started(StudyCall call, List<OnlineSocket> online) {
    timers.set(Deadlines.unjoined(call), StudyCall.UNJOINED);
    List<Recipient> to = online.stream().map(each -> Recipients.of(each.socket())).toList();
    Message started = Message.of("video:started").with("session", CallView.session(call));
    outbox.send(List.of(new Notice(to, started)));
  }

  /** Whoever takes part over a socket needs no lease: its end is theirs. */
  @Override
  public void joined(StudyCall call, String userId) {
    boolean hasSocket =
        call.find(userId).flatMap(participant -> participant.liveness().socket()).isPresent();
    if (!hasSocket) {
      ParticipantKey key = new ParticipantKey(call.studyId(), userId);
      timers.set(Deadlines.lease(key), StudyCall.LEASE);
    }
  }

  @Override
  public void left(Change change, String userId) {
    change
        .before()
        .find(userId)
        .filter(CallParticipant::isInside)
        .flatMap(known -> known.liveness().socket())
        .ifPresent(
            socket -> EndParticipation.closeRoom(sockets.get(), change, socket, clock.instant()));
    outbox.send(Peers.left(change, userId).stream().toList());
  }
}
