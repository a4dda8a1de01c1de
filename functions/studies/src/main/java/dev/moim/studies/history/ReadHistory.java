package dev.moim.studies.history;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.Desk;
import dev.moim.studies.call.Desk.Seen;
import dev.moim.studies.call.SessionIds;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.history.CallHistory.Span;
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

  private final Desk desk;
  private final CallHistory history;

  public ReadHistory(Desk desk, CallHistory history) {
    this.desk = desk;
    this.history = history;
  }

  /** Two requests whatever the page, two more with dates. */
  public HistoryPage page(String studyId, User user, HistoryQuery query) {
    Seen seen = desk.look(studyId, user.id());
    ZoneId zone = seen.member().group().zone();
    Span all =
        query.hasDates()
            ? dated(studyId, query.within(zone))
            : new Span(1, seen.call().map(StudyCall::past).orElse(0L));
    long last = all.last() - (query.page() - 1L) * query.limit();
    Span page = new Span(Math.max(all.first(), last - query.limit() + 1), last);
    List<StudyCall> sessions = page.size() == 0 ? List.of() : history.between(studyId, page);
    return new HistoryPage(sessions, query, all.size());
  }

  private Span dated(String studyId, HistoryQuery.Dates dates) {
    return history.started(studyId, dates.from(), dates.to()).orElse(new Span(1, 0));
  }

  /**
   * A session, past or open. One request.
   *
   * @throws DomainException {@link StudyError#SESSION_NOT_FOUND}
   */
  public StudyCall session(String studyId, User user, String sessionId) {
    Optional<Long> number = SessionIds.number(sessionId);
    Seen seen = desk.lookUp(studyId, user.id(), number.orElse(0L));
    seen.member();
    return seen.past()
        .or(seen::openCall)
        .filter(found -> found.sessionId().equals(sessionId))
        .orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
  }
}
