package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.Desk.Seen;
import java.time.Clock;

/**
 * Leaves a session; the last one to leave ends it. Whoever has left already, or whose session is
 * over, has their wish. Who is no member any more may still leave. At most three requests.
 */
public final class LeaveCall {

  private final Desk desk;
  private final Calls calls;
  private final CallNews news;
  private final Clock clock;

  public LeaveCall(Desk desk, Calls calls, CallNews news, Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.news = news;
    this.clock = clock;
  }

  /**
   * @throws DomainException {@link StudyError#PARTICIPANT_NOT_FOUND} if they never were in it
   */
  public void leave(String studyId, User user, String sessionId) {
    Seen seen = desk.lookUp(studyId, user.id(), SessionIds.number(sessionId).orElse(0L));
    StudyCall session =
        seen.call()
            .filter(call -> call.sessionId().equals(sessionId))
            .or(() -> seen.past().filter(past -> past.sessionId().equals(sessionId)))
            .filter(found -> found.find(user.id()).isPresent())
            .orElseThrow(() -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND));
    if (session.isOpen()) {
      Change change =
          calls.change(
              session,
              latest ->
                  latest.sessionId().equals(sessionId)
                      ? latest.leave(user.id(), clock.instant())
                      : latest);
      news.left(change, user.id());
    }
  }
}
