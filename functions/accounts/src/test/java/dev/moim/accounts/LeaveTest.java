package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever leaves is forgotten, and may come again. */
class LeaveTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @Test
  void nothingPersonalIsLeft() {
    Answer in = someone.settle(MINJI);
    someone.link(MINJI);
    api.logIn(MINJI.email().text(), "a wrong password");
    Answer left = api.leave(in.access());
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.message()).isEqualTo("회원 탈퇴가 완료되었습니다");
    assertThat(left.headers().get("set-cookie")).startsWith("refresh=;");

    String everything = everything();
    assertThat(everything)
        .doesNotContain("minji", "01012340001", "1999", "안녕", "argon2", "203.0.113.7", "user#");
    assertThat(everything)
        .as("other families hear of it")
        .contains("person.gone", in.text("userId"));
  }

  private static String everything() {
    return DYNAMO.client().scan(r -> r.tableName(DYNAMO.table("AccountsTable"))).items().toString();
  }

  @Test
  void tokensAndCookiesOfWhoLeftAreDead() {
    Answer in = someone.settle(MINJI);
    String link = someone.link(MINJI);
    api.leave(in.access());
    assertThat(api.me(in.access()).status()).isEqualTo(404);
    assertThat(api.leave(in.access()).status()).isEqualTo(404);
    assertThat(api.logOut(in.access()).status()).isEqualTo(401);
    assertThat(api.reissue(in.cookie()).status()).isEqualTo(401);
    assertThat(api.changePassword(link, "another horse").status()).isEqualTo(400);
    assertThat(api.logIn(MINJI.email().text(), Someone.PASSWORD).status()).isEqualTo(404);
  }

  @Test
  void theNamesAreFreeAgain() {
    Answer in = someone.settle(MINJI);
    api.leave(in.access());
    Answer again = someone.settle(MINJI);
    assertThat(again.text("userId")).isNotEqualTo(in.text("userId"));
    assertThat(api.me(again.access()).status()).isEqualTo(200);
  }

  @Test
  void theExportHasTheirStudies() {
    Answer in = someone.settle(MINJI);
    Group group =
        Group.study(
            "s1", ZoneId.of("Asia/Seoul"), "Reading", Instant.parse("2100-01-01T00:00:00Z"));
    new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"))
        .create(
            new Member(
                group,
                in.text("userId"),
                Role.OWNER,
                Status.ACTIVE,
                "minji",
                clock.instant(),
                null));
    assertThat(api.export(in.access()).body().get("studies").toString())
        .contains("studyId=s1", "name=Reading", "role=OWNER", "status=ACTIVE", "nickname=minji");
  }

  @Test
  void theExportHasTheirMeetingsAndWhatTheySpentInCalls() {
    Answer in = someone.settle(MINJI);
    String user = in.text("userId");
    Group meeting = new Group("7", ZoneId.of("Asia/Seoul"), "저녁", clock.instant(), Kind.MEETING);
    new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"))
        .create(new Member(meeting, user, Role.OWNER, Status.ACTIVE, "", clock.instant(), null));
    keep(
        "MeetingsTable",
        Map.of(
            "id", s("meeting#7"),
            "item", s("meeting"),
            "at", n("4105155600"),
            "title", s("저녁"),
            "content", s("같이 먹어요")));
    keep(
        "MeetingsTable",
        Map.of(
            "id", s("meeting#8"),
            "item", s("applicant#" + user),
            "list", s("user#" + user),
            "position", s("1"),
            "meeting", n("8"),
            "title", s("산책"),
            "status", s("PENDING")));
    keep(
        "StudyCallsTable",
        Map.of(
            "studyId", s("7"),
            "item", s("user#" + user),
            "sessions", n("2"),
            "seconds", n("90")));
    var export = api.export(in.access()).body();
    assertThat(export.get("studies")).isEqualTo(List.of());
    assertThat(export.get("meetings").toString())
        .contains("joined=[{meetingId=7, name=저녁, role=OWNER")
        .contains("at=2100-02-01T09:00:00.000Z", "content=같이 먹어요")
        .contains("applied=[{", "meetingId=8", "title=산책", "status=PENDING");
    assertThat(export.get("calls").toString()).contains("groupId=7", "sessions=2", "seconds=90");
  }

  @Test
  void theExportHasWhatTheySaidAndWereTold() {
    Answer in = someone.settle(MINJI);
    String user = in.text("userId");
    keep(Map.of("id", s("user#" + user), "item", s("room#7")));
    keep(Map.of("id", s("user#" + user), "item", s("bell"), "last", n("5")));
    keep(
        Map.of(
            "id", s("user#" + user),
            "item", s("n#0000000000000005"),
            "type", s("MEETING_CANCELED"),
            "title", s("저녁")));
    keep(said(user, "4105155600000-a", false));
    keep(said(user, "4105155600001-b", true));
    keep(said("1", "4105155600002-c", false));
    assertThat(api.export(in.access()).body().get("chat"))
        .isEqualTo(
            Map.of(
                "rooms",
                List.of("7"),
                "messages",
                List.of(
                    Map.of("roomId", "7", "sentAt", "2100-02-01T09:00:00.000Z", "message", "안녕")),
                "notifications",
                List.of(
                    Map.of(
                        "id", "0000000000000005", "type", "MEETING_CANCELED", "meeting", "저녁"))));
  }

  private static Map<String, AttributeValue> said(String by, String id, boolean notice) {
    return Map.of(
        "id", s("room#7"),
        "item", s("m#" + id),
        "person", n(by),
        "text", s("안녕"),
        "sentAt", n("4105155600000"),
        "notice", AttributeValue.fromBool(notice));
  }

  private static void keep(Map<String, AttributeValue> item) {
    keep("ChatsTable", item);
  }

  private static void keep(String table, Map<String, AttributeValue> item) {
    DYNAMO.client().putItem(it -> it.tableName(DYNAMO.table(table)).item(item));
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  @Test
  void everybodyMaySeeAllThereIsAboutThem() {
    Answer in = someone.settle(MINJI);
    Answer export = api.export(in.access());
    assertThat(export.status()).isEqualTo(200);
    assertThat(export.body().get("account")).isEqualTo(api.me(in.access()).body());
    assertThat((List<?>) export.body().get("logins")).hasSize(1);
    assertThat(export.text("createdAt")).isEqualTo("2100-01-31T09:00:00.000Z");
    assertThat(export.body().toString()).doesNotContain("argon2", in.cookie().substring(8));
    Answer newcomer = someone.arrive(Someone.names("hana", 2));
    assertThat(api.export(newcomer.access()).status()).isEqualTo(200);
  }
}
