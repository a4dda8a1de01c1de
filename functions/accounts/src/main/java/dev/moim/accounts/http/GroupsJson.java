package dev.moim.accounts.http;

import dev.moim.accounts.export.Doings;
import dev.moim.accounts.export.Doings.Called;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.Timestamps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Studies and meetings of somebody, and what they did there, in their export. */
final class GroupsJson {

  private GroupsJson() {}

  static Map<String, Object> export(List<Member> groups, Doings.Found found) {
    return Map.of(
        "studies", memberships(groups, Kind.STUDY, "studyId"),
        "meetings",
            Map.of(
                "joined", memberships(groups, Kind.MEETING, "meetingId"),
                "made", found.made().stream().map(GroupsJson::made).toList(),
                "applied", found.applied().stream().map(GroupsJson::applied).toList()),
        "calls", found.called().stream().map(GroupsJson::called).toList());
  }

  private static List<Map<String, @Nullable Object>> memberships(
      List<Member> groups, Kind kind, String idName) {
    return groups.stream()
        .filter(member -> member.group().kind() == kind)
        .map(member -> membership(member, idName))
        .toList();
  }

  private static Map<String, @Nullable Object> membership(Member member, String idName) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(idName, member.group().id());
    json.put("name", member.group().name());
    json.put("role", member.role().name());
    json.put("status", member.status().name());
    json.put("joinedAt", Timestamps.iso(member.joinedAt()));
    json.put("nickname", member.name());
    json.put("avatar", member.avatar());
    return json;
  }

  private static Map<String, Object> made(Doings.Made made) {
    return Map.of(
        "meetingId", made.meetingId(),
        "at", Timestamps.iso(made.at()),
        "title", made.title(),
        "content", made.content());
  }

  private static Map<String, Object> applied(Doings.Applied applied) {
    return Map.of(
        "meetingId", Long.toString(applied.meetingId()),
        "title", applied.title(),
        "status", applied.status());
  }

  private static Map<String, Object> called(Called called) {
    return Map.of(
        "groupId", called.groupId(), "sessions", called.sessions(), "seconds", called.seconds());
  }
}
