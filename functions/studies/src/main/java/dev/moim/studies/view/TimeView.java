package dev.moim.studies.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How times are written: as JavaScript's {@code toISOString}, always with three digits. */
public final class TimeView {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private TimeView() {}

  public static String of(Instant time) {
    return FORMAT.format(time);
  }

  static @Nullable String of(Optional<Instant> time) {
    return time.map(TimeView::of).orElse(null);
  }
}
