package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.LostSocket;
import dev.moim.studies.call.ParticipantKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A socket is closed. The others are told at once, since nothing can reach it any more; but its
 * user counts as there until the grace is over, so that a changed network or a reloaded page is no
 * departure in the records.
 */
public final class LoseSocket {

  /** A client sends only so many frames before it goes. */
  private static final int TRIES = 5;

  private final StudySockets sockets;
  private final Calls calls;
  private final GoOffline goOffline;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;
  private final Duration grace;

  public LoseSocket(
      StudySockets sockets,
      Calls calls,
      GoOffline goOffline,
      Outbox outbox,
      Timers timers,
      Clock clock,
      Duration grace) {
    this.sockets = sockets;
    this.calls = calls;
    this.goOffline = goOffline;
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
    this.grace = grace;
  }

  /** When {@code $disconnect} came, or a post found the socket closed. Twice does no harm. */
  public void closed(String connectionId) {
    Optional<StudySocket> socket = sockets.findNow(connectionId);
    for (int i = 0; i < TRIES && socket.isPresent(); i++) {
      boolean told = socket.get().isKnown() && leave(socket.get());
      boolean removed = sockets.remove(socket.get());
      lookAgain(socket.get(), told);
      if (removed) {
        return;
      }
      // A frame that was under way has moved it since.
      socket = sockets.findNow(connectionId);
    }
  }

  /**
   * @return whether others were told that its user is not online any more
   */
  private boolean leave(StudySocket socket) {
    String studyId = socket.inCall();
    if (studyId != null) {
      ParticipantKey key = new ParticipantKey(studyId, socket.user().id());
      closed(new LostSocket(key, socket.socketId()));
    }
    String onlineIn = socket.onlineIn();
    if (onlineIn == null) {
      return false;
    }
    List<Notice> notices =
        goOffline.leave(socket, onlineIn, OnlineSockets.WHENEVER, clock.instant());
    outbox.send(notices);
    return !notices.isEmpty();
  }

  /** Whoever was about to list it found it open until now, and will not look once more. */
  private void lookAgain(StudySocket gone, boolean told) {
    String onlineIn = gone.onlineIn();
    if (gone.isKnown() && onlineIn != null) {
      outbox.send(goOffline.lookAgain(gone, onlineIn, told, clock.instant()));
    }
  }

  /** The timer first: should this function die after it, the timer still ends the participation. */
  void closed(LostSocket lost) {
    timers.set(Deadlines.grace(lost), grace.plus(Deadlines.SLACK));
    ParticipantKey key = lost.participant();
    List<Notice> notices =
        calls
            .change(key.studyId(), call -> call.lose(lost, clock.instant(), grace))
            .flatMap(change -> Peers.left(change, key.userId()))
            .stream()
            .toList();
    outbox.send(notices);
  }
}
