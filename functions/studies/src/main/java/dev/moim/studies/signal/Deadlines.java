package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.Participant;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to a call when nothing happens: a grace that nobody came back in, a lease that
 * nobody prolonged, a session that nobody joined. What is due the call itself knows; a timer only
 * makes it look.
 */
public final class Deadlines {

  private static final String GRACE = "grace";
  private static final String LEASE = "lease";
  private static final String UNJOINED = "unjoined";

  /**
   * A timer is set a moment before the deadline is written down: without it, it fires too early.
   */
  static final Duration SLACK = Duration.ofSeconds(1);

  private final Calls calls;
  private final LoseSocket loseSocket;
  private final Attendance attendance;
  private final Timers timers;
  private final Clock clock;

  public Deadlines(
      Calls calls, LoseSocket loseSocket, Attendance attendance, Timers timers, Clock clock) {
    this.calls = calls;
    this.loseSocket = loseSocket;
    this.attendance = attendance;
    this.timers = timers;
    this.clock = clock;
  }

  /** What the family's timer function does for these timers. */
  public void addTo(TimerActions actions) {
    actions.on(GRACE, this::onGrace).on(LEASE, this::onLease).on(UNJOINED, this::onUnjoined);
  }

  static Timer grace(String studyId, String userId, String socketId) {
    return new Timer(GRACE, Map.of("studyId", studyId, "userId", userId, "socketId", socketId));
  }

  /** To be set when somebody joins by a request alone, for {@link StudyCall#LEASE}. */
  public static Timer lease(String studyId, String userId) {
    return new Timer(LEASE, Map.of("studyId", studyId, "userId", userId));
  }

  /** To be set when a session starts, for {@link StudyCall#UNJOINED}. */
  public static Timer unjoined(StudyCall call) {
    return new Timer(UNJOINED, Map.of("studyId", call.studyId(), "sessionId", call.sessionId()));
  }

  private void onGrace(Timer timer) {
    String studyId = timer.get("studyId");
    String userId = timer.get("userId");
    String socketId = timer.get("socketId");
    Optional<Participant> participant = expire(studyId, userId).filter(p -> p.isOn(socketId));
    if (participant.isEmpty()) {
      return;
    }
    if (participant.get().presence().isLost()) {
      again(timer, participant.get());
    } else {
      // The function that set this timer died before it could note the loss.
      loseSocket.closed(studyId, userId, socketId);
    }
  }

  private void onLease(Timer timer) {
    String studyId = timer.get("studyId");
    String userId = timer.get("userId");
    if (attendance.isThere(studyId, userId)) {
      calls.change(studyId, call -> call.prolong(userId, clock.instant()));
    }
    expire(studyId, userId)
        .filter(participant -> participant.presence().socket().isEmpty())
        .ifPresent(participant -> again(timer, participant));
  }

  private void onUnjoined(Timer timer) {
    calls.change(
        timer.get("studyId"),
        call ->
            call.sessionId().equals(timer.get("sessionId"))
                ? call.expireAll(clock.instant())
                : call);
  }

  /** Whoever is still inside afterwards. */
  private Optional<Participant> expire(String studyId, String userId) {
    return calls
        .change(studyId, call -> call.expire(userId, clock.instant()))
        .filter(change -> change.after().isOpen())
        .flatMap(change -> change.after().find(userId))
        .filter(Participant::isInside);
  }

  /** The deadline has moved, or was not quite there. */
  private void again(Timer timer, Participant participant) {
    Duration rest =
        Duration.between(clock.instant(), Instant.ofEpochMilli(participant.presence().until()));
    Duration delay = rest.plus(SLACK);
    timers.set(timer, delay.compareTo(Timers.LONGEST) > 0 ? Timers.LONGEST : delay);
  }
}
