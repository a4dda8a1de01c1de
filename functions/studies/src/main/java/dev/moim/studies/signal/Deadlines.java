package dev.moim.studies.signal;

import dev.moim.shared.kernel.Timers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.studies.call.CallMedia;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.LostSocket;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.call.StudyCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what no request and no event ends: the participation of somebody whose grace or lease is
 * over, and a session that nobody joined. The deadlines are stored in the call; a timer only makes
 * it compare them with the clock.
 */
public final class Deadlines {

  private static final String GRACE = "grace";
  private static final String BREATH = "breath";
  private static final String LEASE = "lease";
  private static final String UNJOINED = "unjoined";

  /** A timer is set before its deadline is stored; this much later, it does not fire before it. */
  static final Duration SLACK = Duration.ofSeconds(1);

  private final Calls calls;
  private final LoseSocket loseSocket;
  private final CallMedia media;
  private final Timers timers;
  private final Clock clock;

  public Deadlines(
      Calls calls, LoseSocket loseSocket, CallMedia media, Timers timers, Clock clock) {
    this.calls = calls;
    this.loseSocket = loseSocket;
    this.media = media;
    this.timers = timers;
    this.clock = clock;
  }

  /** What the family's timer function does for these timers. */
  public void addTo(TimerActions actions) {
    actions
        .on(GRACE, this::onGrace)
        .on(BREATH, this::onBreath)
        .on(LEASE, this::onLease)
        .on(UNJOINED, this::onUnjoined);
  }

  /** To be set when a socket is closed, which nobody takes part over again. */
  static Timer grace(LostSocket lost) {
    return timer(GRACE, lost.participant()).with("socketId", lost.socketId());
  }

  /** To be set for {@link StudyCall#BREATH} when its user may come back over the same socket. */
  static Timer breath(ParticipantKey key) {
    return timer(BREATH, key);
  }

  /** To be set when somebody joins by a request alone, for {@link StudyCall#LEASE}. */
  public static Timer lease(ParticipantKey key) {
    return timer(LEASE, key);
  }

  private static Timer timer(String kind, ParticipantKey key) {
    return new Timer(kind, Map.of("studyId", key.studyId(), "userId", key.userId()));
  }

  private static ParticipantKey participant(Timer timer) {
    return new ParticipantKey(timer.get("studyId"), timer.get("userId"));
  }

  /** To be set when a session starts, for {@link StudyCall#UNJOINED}. */
  public static Timer unjoined(StudyCall call) {
    return new Timer(UNJOINED, Map.of("studyId", call.studyId(), "sessionId", call.session().id()));
  }

  private void onGrace(Timer timer) {
    LostSocket lost = new LostSocket(participant(timer), timer.get("socketId"));
    Optional<CallParticipant> participant =
        expire(lost.participant()).filter(known -> known.isOn(lost.socketId()));
    if (participant.isEmpty()) {
      return;
    }
    if (participant.get().liveness().isLost()) {
      again(timer, participant.get());
    } else {
      // The function that set this timer died before it could note the loss.
      loseSocket.closed(lost);
    }
  }

  /** Whoever is back on their socket stays. */
  private void onBreath(Timer timer) {
    expire(participant(timer))
        .filter(participant -> participant.liveness().isLost())
        .ifPresent(participant -> again(timer, participant));
  }

  private void onLease(Timer timer) {
    ParticipantKey key = participant(timer);
    boolean connected =
        calls
            .findNow(key.studyId())
            .filter(call -> call.isOpen() && media.isConnected(call, key.userId()))
            .isPresent();
    if (connected) {
      calls.change(key.studyId(), call -> call.prolong(key.userId(), clock.instant()));
    }
    expire(key)
        .filter(participant -> participant.liveness().isLeased())
        .ifPresent(participant -> again(timer, participant));
  }

  private void onUnjoined(Timer timer) {
    calls.change(
        timer.get("studyId"),
        call -> call.isSession(timer.get("sessionId")) ? call.expireAll(clock.instant()) : call);
  }

  /** Whoever is still inside afterwards. */
  private Optional<CallParticipant> expire(ParticipantKey key) {
    return calls
        .change(key.studyId(), call -> call.expire(key.userId(), clock.instant()))
        .filter(change -> change.after().isOpen())
        .flatMap(change -> change.after().find(key.userId()))
        .filter(CallParticipant::isInside);
  }

  /** The deadline has moved, or was not quite there. */
  private void again(Timer timer, CallParticipant participant) {
    Duration rest =
        Duration.between(clock.instant(), Instant.ofEpochMilli(participant.liveness().until()));
    Duration delay = rest.plus(SLACK);
    timers.set(timer, delay.compareTo(Timers.LONGEST) > 0 ? Timers.LONGEST : delay);
  }
}
