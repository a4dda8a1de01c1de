package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.CallMedia.Way;
import dev.moim.studies.call.Desk.Seen;
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
  public record Joined(StudyCall call, Participant participant, Instant at, Optional<Way> media) {}

  private final Desk desk;
  private final Calls calls;
  private final CallNews news;
  private final CallMedia media;
  private final Clock clock;

  public JoinCall(Desk desk, Calls calls, CallNews news, CallMedia media, Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.news = news;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @throws DomainException {@link StudyError#SESSION_ENDED}, {@link StudyError#SESSION_NOT_FOUND}
   */
  public Joined join(String studyId, User user, String sessionId) {
    Seen seen = desk.look(studyId, user.id());
    seen.member();
    StudyCall call =
        seen.call().orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
    Instant now = clock.instant();
    StudyCall joined =
        calls.change(call, latest -> require(latest, sessionId).join(user, now)).after();
    news.joined(joined, user.id());
    Participant participant = joined.find(user.id()).orElseThrow();
    return new Joined(joined, participant, now, media.admit(joined, user));
  }

  /** Another session than the one that is meant may have begun meanwhile. */
  private static StudyCall require(StudyCall latest, String sessionId) {
    if (latest.sessionId().equals(sessionId)) {
      return latest;
    }
    boolean earlier =
        SessionIds.number(sessionId).filter(number -> number <= latest.past()).isPresent();
    throw new DomainException(earlier ? StudyError.SESSION_ENDED : StudyError.SESSION_NOT_FOUND);
  }
}
