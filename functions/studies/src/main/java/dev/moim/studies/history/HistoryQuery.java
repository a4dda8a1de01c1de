package dev.moim.studies.history;

import dev.moim.shared.kernel.FieldException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which part of the history is wanted.
 *
 * @param page from 1
 * @param limit sessions on a page, from 1 to 100
 * @param start first moment or day
 * @param end last moment or day
 */
public record HistoryQuery(int page, int limit, Optional<Moment> start, Optional<Moment> end) {

  /** Later than this no session starts; times of the distant future do not fit into keys. */
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  public boolean hasDates() {
    return start.isPresent() || end.isPresent();
  }

  /**
   * @throws FieldException if no session can have been then
   */
  TimeRange within(ZoneId zone) {
    Instant from = start.map(moment -> moment.first(zone)).orElse(Instant.EPOCH);
    Instant to = end.map(moment -> moment.last(zone)).orElse(LATEST);
    if (from.isBefore(Instant.EPOCH) || !from.isBefore(LATEST)) {
      throw FieldException.invalid("startDate", Moment.FORM);
    }
    if (to.isBefore(Instant.EPOCH) || to.isAfter(LATEST)) {
      throw FieldException.invalid("endDate", Moment.FORM);
    }
    if (to.isBefore(from)) {
      throw FieldException.invalid("endDate", "no earlier than startDate");
    }
    return new TimeRange(from, to);
  }
}
