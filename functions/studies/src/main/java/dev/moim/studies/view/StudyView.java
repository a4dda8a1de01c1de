package dev.moim.studies.view;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import java.util.LinkedHashMap;
import java.util.Map;

/** Studies and their members in answers. */
public final class StudyView {

  private StudyView() {}

  /** A study, and what whoever asks is in it. */
  public static Map<String, Object> study(Member member) {
    Group group = member.group();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", group.id());
    json.put("name", group.name());
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    json.put("timeZone", group.zone().getId());
    json.put("createdAt", TimeView.of(group.createdAt()));
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
