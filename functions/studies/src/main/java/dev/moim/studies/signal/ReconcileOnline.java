package dev.moim.studies.signal;

import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.sockets.Outbox;
import dev.moim.studies.call.OnlineSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Repairs, on a schedule, who is shown as online: nobody is without an open socket that says so. A
 * function that dies between two writes, and an end of a socket that nobody was told of, leave such
 * entries, and enough of them would keep everybody else out.
 */
public final class ReconcileOnline {

  private final OnlineSockets online;
  private final StudySockets known;
  private final Sockets sockets;
  private final LoseSocket loseSocket;
  private final GoOffline goOffline;
  private final Outbox outbox;
  private final Clock clock;

  public ReconcileOnline(
      OnlineSockets online,
      StudySockets known,
      Sockets sockets,
      LoseSocket loseSocket,
      GoOffline goOffline,
      Outbox outbox,
      Clock clock) {
    this.online = online;
    this.known = known;
    this.sockets = sockets;
    this.loseSocket = loseSocket;
    this.goOffline = goOffline;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException once all studies are done, if any of them failed
   */
  public void run() {
    EachStudy.reconcile(online.studies(), this::reconcile);
  }

  private void reconcile(String studyId) {
    List<OnlineSocket> entries = online.find(studyId);
    entries.forEach(entry -> reconcile(studyId, entry));
    if (entries.isEmpty()) {
      online.unlist(studyId);
    }
  }

  private void reconcile(String studyId, OnlineSocket entry) {
    Optional<StudySocket> socket = known.findNow(entry.socket().connectionId());
    if (socket.isEmpty()) {
      remove(studyId, entry, OnlineSockets.WHENEVER);
    } else if (!socket.get().page().isIn(studyId)) {
      remove(studyId, entry, Instant.ofEpochMilli(socket.get().page().asked()));
    } else if (!sockets.isOpen(entry.socket().connectionId())) {
      loseSocket.closed(entry.socket().connectionId());
    }
  }

  private void remove(String studyId, OnlineSocket entry, Instant before) {
    outbox.send(goOffline.leave(entry, studyId, before, clock.instant()));
  }
}
