package dev.moim.studies.history;

import dev.moim.studies.history.Rollup.SessionCount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a study's calls came to over a period.
 *
 * @param perDay how many sessions began on each day of the period, in order
 */
public record Statistics(
    Period period, SessionTotals totals, Optional<MostActive> mostActive, List<Day> perDay) {

  /** Who took part in most sessions; of several the first by id. */
  public record MostActive(String userId, String name, long sessions) {}

  public record Day(LocalDate date, long sessions) {}

  /**
   * Adds up.
   *
   * @param rollups in the order of their time
   * @param first the period's first day; where it has none, that of the first session
   */
  static Statistics of(
      Period period, List<Rollup> rollups, Optional<LocalDate> first, LocalDate today) {
    SessionTotals totals =
        rollups.stream().map(Rollup::totals).reduce(SessionTotals.NONE, SessionTotals::plus);
    return new Statistics(period, totals, mostActive(rollups), days(rollups, first, today));
  }

  private static Optional<MostActive> mostActive(List<Rollup> rollups) {
    Map<String, SessionCount> users = new HashMap<>();
    rollups.forEach(
        rollup -> rollup.users().forEach((id, more) -> users.merge(id, more, SessionCount::plus)));
    return users.entrySet().stream()
        .map(user ->
            new MostActive(user.getKey(), user.getValue().name(), user.getValue().sessions()))
        .min(
            Comparator.comparingLong(MostActive::sessions)
                .reversed()
                .thenComparing(MostActive::userId));
  }

  private static List<Day> days(List<Rollup> rollups, Optional<LocalDate> first, LocalDate today) {
    Map<LocalDate, Long> counts =
        rollups.stream()
            .flatMap(rollup -> rollup.days().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    LocalDate start =
        first.or(() -> counts.keySet().stream().min(LocalDate::compareTo)).orElse(today);
    return start
        .datesUntil(today.plusDays(1))
        .map(day -> new Day(day, counts.getOrDefault(day, 0L)))
        .toList();
  }
}
