package dev.moim.studies.http;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.studies.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users, studies and times as the family writes them. */
final class StudyJson {

  /** As JavaScript's {@code toISOString}: always with three digits. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private StudyJson() {}

  static String time(Instant instant) {
    return FORMAT.format(instant);
  }

  static @Nullable String time(Optional<Instant> instant) {
    return instant.map(StudyJson::time).orElse(null);
  }

  static Map<String, @Nullable Object> user(User user) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", user.id());
    json.put("name", user.name());
    json.put("avatar", user.avatar());
    return json;
  }

  static Map<String, Object> study(Member member) {
    Group group = member.group();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", group.id());
    json.put("name", group.name());
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    json.put("timeZone", group.zone().getId());
    json.put("createdAt", time(group.createdAt()));
    return json;
  }

  static Map<String, Object> member(Member member) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("userId", member.userId());
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    return json;
  }
}
