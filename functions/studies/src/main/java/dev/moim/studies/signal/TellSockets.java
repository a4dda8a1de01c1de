package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Recipient;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.Listener;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.view.CallView;
import java.util.List;

/** Tells sockets what requests have done to a call, and sets the deadlines that follow from it. */
public final class TellSockets implements CallNews {

  private final Outbox outbox;
  private final Timers timers;

  public TellSockets(Outbox outbox, Timers timers) {
    this.outbox = outbox;
    this.timers = timers;
  }

  @Override
  public void started(StudyCall call, List<Listener> online) {
    timers.set(Deadlines.unjoined(call), StudyCall.UNJOINED);
    List<Recipient> to =
        online.stream().map(listener -> Recipients.of(listener.connectionId())).toList();
    Message started = Message.of("video:started").with("session", CallView.session(call));
    outbox.send(List.of(new Notice(to, started)));
  }

  /** Whoever takes part over a socket is heard of when it closes. */
  @Override
  public void joined(StudyCall call, String userId) {
    call.find(userId)
        .filter(participant -> participant.presence().socket().isEmpty())
        .ifPresent(ignored -> timers.set(Deadlines.lease(call.studyId(), userId), StudyCall.LEASE));
  }

  @Override
  public void left(Change change, String userId) {
    outbox.send(Peers.left(change.before(), change.after(), userId).stream().toList());
  }
}
