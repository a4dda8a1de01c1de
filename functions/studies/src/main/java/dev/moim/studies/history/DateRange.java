package dev.moim.studies.history;

import java.time.LocalDate;

/** Days of the study's time zone, both ends included. */
public record DateRange(LocalDate first, LocalDate last) {}
