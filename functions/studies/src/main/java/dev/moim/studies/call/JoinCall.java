package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.CallMedia.MediaAccess;
import dev.moim.studies.call.Calls.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes part in the open session. Two requests, and two more if it has to be opened. */
public final class JoinCall {

  /**
   * What a join came to.
   *
   * @param at when it was
   * @param media empty in a deployment without a media server
   */
  public record Joined(
      StudyCall call, CallParticipant participant, Instant at, Optional<MediaAccess> media) {}

  private final SessionToJoin sessions;
  private final Calls calls;
  private final CallObserver observer;
  private final CallMedia media;
  private final Clock clock;

  public JoinCall(
      SessionToJoin sessions, Calls calls, CallObserver observer, CallMedia media, Clock clock) {
    this.sessions = sessions;
    this.calls = calls;
    this.observer = observer;
    this.media = media;
    this.clock = clock;
  }

  /** Whether {@link #join(String, User)} may be asked for. */
  public boolean startsAtJoin() {
    return sessions.startsAtJoin();
  }

  /**
   * Joins the session that is open, or a new one.
   *
   * @throws DomainException {@link StudyError#SESSION_ENDED} if it ended while they came
   */
  public Joined join(String studyId, User user) {
    return enter(sessions.open(studyId, user), user, UnaryOperator.identity());
  }

  /**
   * Joins the session that is meant and no other.
   *
   * @throws DomainException {@link StudyError#SESSION_ENDED}, {@link StudyError#SESSION_NOT_FOUND}
   */
  public Joined join(String studyId, User user, String sessionId) {
    StudyCall call = sessions.latest(studyId, user);
    return enter(call, user, latest -> require(latest, sessionId));
  }

  private Joined enter(StudyCall call, User user, UnaryOperator<StudyCall> check) {
    media.requireUsable();
    Instant now = clock.instant();
    Change change = calls.change(call, latest -> check.apply(latest).join(user, now));
    Measures.count(Metric.JOINS, change.brought(user.id()) ? 1 : 0);
    StudyCall joined = change.after();
    observer.joined(joined, user.id());
    CallParticipant participant = joined.find(user.id()).orElseThrow();
    return new Joined(joined, participant, now, media.access(joined, user));
  }

  /** Another session than the one that is meant may have begun meanwhile. */
  private static StudyCall require(StudyCall latest, String sessionId) {
    if (latest.isSession(sessionId)) {
      return latest;
    }
    boolean earlier =
        SessionIds.number(sessionId).filter(number -> number <= latest.past()).isPresent();
    throw new DomainException(earlier ? StudyError.SESSION_ENDED : StudyError.SESSION_NOT_FOUND);
  }
}
