package dev.moim.studies.call;

import dev.moim.shared.groups.Member;
import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Started;
import dev.moim.studies.call.Desk.Seen;
import java.time.Clock;
import java.time.Instant;

/** Opens a session of a study's call, or finds the one that is open. Two requests, or one. */
public final class StartCall {

  private final Desk desk;
  private final Calls calls;
  private final CallNews news;
  private final Clock clock;

  public StartCall(Desk desk, Calls calls, CallNews news, Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.news = news;
    this.clock = clock;
  }

  public Started start(String studyId, User user) {
    Seen seen = desk.lookToStart(studyId, user.id());
    Member member = seen.member();
    Instant now = clock.instant();
    Started started =
        calls.start(
            seen.call(),
            latest ->
                latest
                    .map(last -> last.next(user, now))
                    .orElseGet(
                        () -> StudyCall.start(studyId, 1, member.group().zone(), user, now)));
    if (started.isNew()) {
      news.started(started.call(), seen.online());
    }
    return started;
  }
}
