package dev.moim.studies.signal;

import dev.moim.studies.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How users and times are written in events, as in the family's HTTP answers. */
final class Views {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Views() {}

  static Map<String, @Nullable Object> user(User user) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", user.id());
    view.put("name", user.name());
    view.put("avatar", user.avatar());
    return view;
  }

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }
}
