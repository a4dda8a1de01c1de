package dev.moim.studies.http;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.studies.history.HistoryQuery;
import dev.moim.studies.history.Moment;
import dev.moim.studies.history.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads which part of the history, or statistics over which period, a request asks for. */
final class HistoryRequests {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private HistoryRequests() {}

  /** What is no number is refused, a limit out of range is brought in. */
  static HistoryQuery query(Fields query) {
    int page = number(query, "page").orElse(1);
    if (page < 1) {
      throw FieldException.invalid("page", "at least 1");
    }
    int limit = Math.clamp(number(query, "limit").orElse(DEFAULT_LIMIT), 1, MAX_LIMIT);
    return new HistoryQuery(page, limit, moment(query, "startDate"), moment(query, "endDate"));
  }

  /** A week unless the request says another period. */
  static Period period(Fields query) {
    String name = given(query, "period").orElse(Period.WEEK.text());
    return Period.of(name)
        .orElseThrow(() -> FieldException.invalid("period", "week, month, year or all"));
  }

  private static Optional<Integer> number(Fields query, String name) {
    try {
      return given(query, name).map(Integer::valueOf);
    } catch (NumberFormatException none) {
      throw FieldException.invalid(name, "a whole number");
    }
  }

  /** A day, a time of the study's zone, or one that says its own. */
  private static Optional<Moment> moment(Fields query, String name) {
    try {
      return given(query, name).map(HistoryRequests::moment);
    } catch (DateTimeException noDate) {
      throw FieldException.invalid(name, Moment.FORM);
    }
  }

  private static Moment moment(String text) {
    int time = text.indexOf('T');
    if (time < 0) {
      return new Moment.Day(LocalDate.parse(text));
    }
    boolean saysZone =
        text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    return saysZone
        ? new Moment.Exact(OffsetDateTime.parse(text).toInstant())
        : new Moment.Local(LocalDateTime.parse(text));
  }

  /** An empty parameter counts: it is no number, no date and no period. */
  private static Optional<String> given(Fields query, String name) {
    return Optional.ofNullable(query.raw(name)).map(String::valueOf);
  }
}
