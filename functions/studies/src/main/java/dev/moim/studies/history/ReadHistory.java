package dev.moim.studies.history;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.SessionIds;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.call.StudyReader;
import dev.moim.studies.call.StudyReader.Snapshot;
import dev.moim.studies.history.CallHistory.SessionNumbers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Shows past sessions, a page at a time or one of them. */
public final class ReadHistory {

  /**
   * A page, the latest session first.
   *
   * @param total of sessions on all pages
   */
  public record HistoryPage(List<StudyCall> sessions, HistoryQuery query, long total) {

    public long totalPages() {
      return Math.ceilDiv(total, query.limit());
    }
  }

  private final StudyReader reader;
  private final CallHistory history;

  public ReadHistory(StudyReader reader, CallHistory history) {
    this.reader = reader;
    this.history = history;
  }

  /** Two requests whatever the page, two more with dates. */
  public HistoryPage page(String studyId, User user, HistoryQuery query) {
    Snapshot study = reader.memberAndCall(studyId, user);
    ZoneId zone = study.member().group().zone();
    SessionNumbers all =
        query.hasDates()
            ? dated(studyId, query.within(zone))
            : new SessionNumbers(1, study.call().map(StudyCall::past).orElse(0L));
    long last = all.last() - (query.page() - 1L) * query.limit();
    SessionNumbers page = new SessionNumbers(Math.max(all.first(), last - query.limit() + 1), last);
    List<StudyCall> sessions = page.size() == 0 ? List.of() : history.between(studyId, page);
    return new HistoryPage(sessions, query, all.size());
  }

  private SessionNumbers dated(String studyId, TimeRange range) {
    return history.started(studyId, range).orElse(new SessionNumbers(1, 0));
  }

  /**
   * A session, past or open. One request.
   *
   * @throws DomainException {@link StudyError#SESSION_NOT_FOUND}
   */
  public StudyCall session(String studyId, User user, String sessionId) {
    Optional<Long> number = SessionIds.number(sessionId);
    Snapshot study = reader.memberCallAndSession(studyId, user, number.orElse(0L));
    study.member();
    return study
        .past()
        .or(study::openCall)
        .filter(found -> found.isSession(sessionId))
        .orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
  }
}
