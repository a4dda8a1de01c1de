package dev.moim.studies.call;

import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Started;
import dev.moim.studies.call.StudyReader.Snapshot;
import java.time.Clock;
import java.time.Instant;

/** Opens a session of a study's call, or finds the one that is open. Two requests, or one. */
public final class StartCall {

  private final StudyReader reader;
  private final Calls calls;
  private final CallObserver observer;
  private final Clock clock;

  public StartCall(StudyReader reader, Calls calls, CallObserver observer, Clock clock) {
    this.reader = reader;
    this.calls = calls;
    this.observer = observer;
    this.clock = clock;
  }

  public Started start(String studyId, User user) {
    Snapshot study = reader.memberCallAndOnline(studyId, user);
    Member member = study.member();
    Instant now = clock.instant();
    Started started =
        calls.start(
            study.call(),
            latest ->
                latest
                    .map(last -> last.next(user, now))
                    .orElseGet(() -> StudyCall.start(studyId, member.group().zone(), user, now)));
    if (started.isNew()) {
      Measures.count(Metric.CALLS_STARTED, 1);
      observer.started(started.call(), study.online());
    }
    return started;
  }
}
