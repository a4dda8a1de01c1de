package dev.moim.studies.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** A moment as clients name one. What it is depends on the study's time zone. */
public sealed interface Moment {

  /** How clients are told what one looks like. */
  String FORM = "a date or time in ISO 8601";

  /** All of a day. */
  record Day(LocalDate day) implements Moment {}

  record Local(LocalDateTime time) implements Moment {}

  record Exact(Instant time) implements Moment {}

  /** When it begins. */
  default Instant first(ZoneId zone) {
    return at(LocalTime.MIN, zone);
  }

  /** When it is over. */
  default Instant last(ZoneId zone) {
    return at(LocalTime.MAX, zone);
  }

  private Instant at(LocalTime ofDay, ZoneId zone) {
    return switch (this) {
      case Day(LocalDate day) -> day.atTime(ofDay).atZone(zone).toInstant();
      case Local(LocalDateTime time) -> time.atZone(zone).toInstant();
      case Exact(Instant time) -> time;
    };
  }
}
