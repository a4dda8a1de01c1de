package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.Desk.Seen;
import java.time.Clock;

/** Takes part in the open session. Two requests. */
public final class JoinCall {

  private final Desk desk;
  private final Calls calls;
  private final CallNews news;
  private final Clock clock;

  public JoinCall(Desk desk, Calls calls, CallNews news, Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.news = news;
    this.clock = clock;
  }

  /**
   * @return the session with the user in it
   * @throws DomainException {@link StudyError#SESSION_ENDED}, {@link StudyError#SESSION_NOT_FOUND}
   */
  public StudyCall join(String studyId, User user, String sessionId) {
    Seen seen = desk.look(studyId, user.id());
    seen.member();
    StudyCall call =
        seen.call().orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
    StudyCall joined =
        calls
            .change(call, latest -> require(latest, sessionId).join(user, clock.instant()))
            .after();
    news.joined(joined, user.id());
    return joined;
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
