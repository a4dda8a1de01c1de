package dev.moim.studies.websocket;

import dev.moim.shared.kernel.Timers;
import dev.moim.studies.call.CallNews;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.Listener;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.http.CallJson;
import dev.moim.studies.signal.Broadcast;
import dev.moim.studies.signal.Deadlines;
import dev.moim.studies.signal.Notice;
import dev.moim.studies.signal.Peers;
import java.util.List;
import java.util.Map;

/** Tells sockets what requests have done to a call, and sets the deadlines that follow from it. */
public final class StudyNews implements CallNews {

  private final Broadcast broadcast;
  private final Timers timers;

  public StudyNews(Broadcast broadcast, Timers timers) {
    this.broadcast = broadcast;
    this.timers = timers;
  }

  @Override
  public void started(StudyCall call, List<Listener> online) {
    timers.set(Deadlines.unjoined(call), StudyCall.UNJOINED);
    List<String> to = online.stream().map(Listener::connectionId).toList();
    broadcast.send(
        List.of(new Notice(to, "video:started", Map.of("session", CallJson.session(call)))));
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
    broadcast.send(Peers.left(change.before(), change.after(), userId).stream().toList());
  }
}
