package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.CallMedia.MediaAccess;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.StudyReader.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes part in the open session. Two requests. */
public final class JoinCall {

  /**
   * What a join came to.
   *
   * @param at when it was
   * @param media empty in a deployment without a media server
   */
  public record Joined(
      StudyCall call, CallParticipant participant, Instant at, Optional<MediaAccess> media) {}

  private final StudyReader reader;
  private final Calls calls;
  private final CallObserver observer;
  private final CallMedia media;
  private final Clock clock;

  public JoinCall(
      StudyReader reader, Calls calls, CallObserver observer, CallMedia media, Clock clock) {
    this.reader = reader;
    this.calls = calls;
    this.observer = observer;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @throws DomainException {@link StudyError#SESSION_ENDED}, {@link StudyError#SESSION_NOT_FOUND}
   */
  public Joined join(String studyId, User user, String sessionId) {
    Snapshot study = reader.memberAndCall(studyId, user);
    study.member();
    StudyCall call =
        study.call().orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
    media.requireUsable();
    Instant now = clock.instant();
    Change change = calls.change(call, latest -> require(latest, sessionId).join(user, now));
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
