package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Calls.Change;
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

  private final StudySockets sockets;
  private final Calls calls;
  private final LeaveStudy leaveStudy;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;
  private final Duration grace;

  public LoseSocket(
      StudySockets sockets,
      Calls calls,
      LeaveStudy leaveStudy,
      Outbox outbox,
      Timers timers,
      Clock clock,
      Duration grace) {
    this.sockets = sockets;
    this.calls = calls;
    this.leaveStudy = leaveStudy;
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
    this.grace = grace;
  }

  /** When {@code $disconnect} came, or a post found the socket closed. Twice does no harm. */
  public void closed(String connectionId) {
    sockets
        .findNow(connectionId)
        .ifPresent(socket -> {
          if (socket.isKnown()) {
            leave(socket);
          }
          sockets.remove(socket);
        });
  }

  private void leave(StudySocket socket) {
    String inCall = socket.studyId();
    if (inCall != null) {
      closed(inCall, socket.user().id(), socket.socketId());
    }
    String watching = socket.watching();
    if (watching != null) {
      outbox.send(leaveStudy.leave(socket, watching, clock.instant()));
    }
  }

  /** The timer first: should this function die after it, the timer still ends the participation. */
  void closed(String studyId, String userId, String socketId) {
    timers.set(Deadlines.grace(studyId, userId, socketId), grace.plus(Deadlines.SLACK));
    Optional<Change> change =
        calls.change(studyId, call -> call.lose(userId, socketId, clock.instant(), grace));
    List<Notice> notices =
        change
            .filter(done -> !done.before().equals(done.after()))
            .flatMap(done -> Peers.left(done.before(), done.after(), userId))
            .stream()
            .toList();
    outbox.send(notices);
  }

  /** When an {@link Unreachable#CLOSED_TIMER} fires. */
  public void onClosed(Timer timer) {
    closed(timer.get("connectionId"));
  }
}
