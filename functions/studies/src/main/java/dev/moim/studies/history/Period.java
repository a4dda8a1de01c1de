package dev.moim.studies.history;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Over which days statistics are. All end today. */
public enum Period {
  WEEK,
  MONTH,
  YEAR,
  ALL;

  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 30;
  private static final int YEAR_MONTHS = 12;

  /** By the name clients use, {@code week}. */
  public static Optional<Period> of(String name) {
    return Stream.of(values()).filter(period -> period.text().equals(name)).findFirst();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its first day: a week has 7, a month 30; a year is this month and the 11 before it. */
  Optional<LocalDate> firstDay(LocalDate today) {
    return switch (this) {
      case WEEK -> Optional.of(today.minusDays(WEEK_DAYS - 1));
      case MONTH -> Optional.of(today.minusDays(MONTH_DAYS - 1));
      case YEAR -> Optional.of(today.withDayOfMonth(1).minusMonths(YEAR_MONTHS - 1));
      case ALL -> Optional.empty();
    };
  }

  /** Whether it is made of whole months: then their rollups are enough. */
  boolean isOfMonths() {
    return this == YEAR || this == ALL;
  }
}
