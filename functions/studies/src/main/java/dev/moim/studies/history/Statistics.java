package dev.moim.studies.history;

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
 * @param totalParticipants of each session, added up
 * @param averageParticipants of a session, to one decimal
 * @param totalDuration of the sessions, in seconds
 * @param averageDuration of a session, in whole seconds
 * @param perDay how many sessions began on each day of the period, in order
 */
public record Statistics(
    Period period,
    long totalSessions,
    long totalParticipants,
    double averageParticipants,
    long totalDuration,
    long averageDuration,
    Optional<MostActive> mostActive,
    List<Day> perDay) {

  /** Who took part in most sessions; of several the first by id. */
  public record MostActive(String userId, String name, long sessions) {}

  public record Day(LocalDate date, long sessions) {}

  /**
   * Adds up.
   *
   * @param sums in the order of their time
   * @param first the period's first day; where it has none, that of the first session
   */
  static Statistics of(Period period, List<Sum> sums, Optional<LocalDate> first, LocalDate today) {
    long sessions = sums.stream().mapToLong(Sum::sessions).sum();
    long participants = sums.stream().mapToLong(Sum::participants).sum();
    long seconds = sums.stream().mapToLong(Sum::seconds).sum();
    return new Statistics(
        period,
        sessions,
        participants,
        sessions == 0 ? 0 : Math.round(10.0 * participants / sessions) / 10.0,
        seconds,
        sessions == 0 ? 0 : Math.round((double) seconds / sessions),
        mostActive(sums),
        days(sums, first, today));
  }

  private static Optional<MostActive> mostActive(List<Sum> sums) {
    Map<String, Sum.Attendance> users = new HashMap<>();
    sums.forEach(
        sum -> sum.users().forEach((id, more) -> users.merge(id, more, Sum.Attendance::plus)));
    return users.entrySet().stream()
        .map(user ->
            new MostActive(user.getKey(), user.getValue().name(), user.getValue().sessions()))
        .min(
            Comparator.comparingLong(MostActive::sessions)
                .reversed()
                .thenComparing(MostActive::userId));
  }

  private static List<Day> days(List<Sum> sums, Optional<LocalDate> first, LocalDate today) {
    Map<LocalDate, Long> counts =
        sums.stream()
            .flatMap(sum -> sum.days().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    LocalDate start =
        first.or(() -> counts.keySet().stream().min(LocalDate::compareTo)).orElse(today);
    return start
        .datesUntil(today.plusDays(1))
        .map(day -> new Day(day, counts.getOrDefault(day, 0L)))
        .toList();
  }
}
