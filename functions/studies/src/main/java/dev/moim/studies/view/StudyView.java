package dev.moim.studies.view;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Studies and their members in answers. */
public final class StudyView {

  private StudyView() {}

  /** A study, and what whoever asks is in it. */
  public static Map<String, Object> study(Member member) {
    Map<String, Object> json = new LinkedHashMap<>(mirrored(member.group()));
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    return json;
  }

  /** A study, to the server that keeps it and takes no part. */
  public static Map<String, Object> mirrored(Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", group.id());
    json.put("name", group.name());
    json.put("timeZone", group.zone().getId());
    json.put("createdAt", TimeView.of(group.createdAt()));
    return json;
  }

  /** A member as one of many, by the name and picture of their own requests. */
  public static Map<String, @Nullable Object> listed(Member member) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(member(member));
    json.put("name", member.name());
    json.put("avatar", member.avatar());
    json.put("joinedAt", TimeView.of(member.joinedAt()));
    return json;
  }

  public static Map<String, Object> member(Member member) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("userId", member.userId());
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    return json;
  }
}
