package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Change;
import dev.moim.studies.call.StudyReader.Snapshot;
import java.time.Clock;

/**
 * Leaves a session; the last one to leave ends it. Whoever has left already, or whose session is
 * over, has their wish. Who is no member any more may still leave. At most three requests.
 */
public final class LeaveCall {

  private final StudyReader reader;
  private final Calls calls;
  private final CallObserver observer;
  private final Clock clock;

  public LeaveCall(StudyReader reader, Calls calls, CallObserver observer, Clock clock) {
    this.reader = reader;
    this.calls = calls;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * @throws DomainException {@link StudyError#PARTICIPANT_NOT_FOUND} if they never were in it
   */
  public void leave(String studyId, User user, String sessionId) {
    long number = SessionIds.number(sessionId).orElse(0L);
    Snapshot study = reader.memberCallAndSession(studyId, user, number);
    StudyCall session =
        study
            .call()
            .filter(call -> call.isSession(sessionId))
            .or(() -> study.past().filter(past -> past.isSession(sessionId)))
            .filter(found -> found.find(user.id()).isPresent())
            .orElseThrow(() -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND));
    if (session.isOpen()) {
      Change change =
          calls.change(
              session,
              latest ->
                  latest.isSession(sessionId) ? latest.leave(user.id(), clock.instant()) : latest);
      observer.left(change, user.id());
    }
  }
}
