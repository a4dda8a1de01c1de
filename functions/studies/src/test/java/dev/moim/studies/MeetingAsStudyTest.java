package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.studies.StudiesApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group that another family keeps: its members call each other, and nobody changes it here. */
class MeetingAsStudyTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("GroupsTable", "StudyCallsTable");

  private static final String MEETING = "7199254740991";

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final StudiesApi api = new StudiesApi(DYNAMO, clock, Map.of());

  @BeforeEach
  void meet() {
    Group meeting = new Group(MEETING, ZoneOffset.UTC, "Noodles", clock.instant(), Kind.MEETING);
    MemberWrites members = new MemberWrites(DYNAMO.table("GroupsTable"));
    DYNAMO
        .client()
        .transactWriteItems(it ->
            it.transactItems(
                members.put(member(meeting, "ann", Role.OWNER)),
                members.put(member(meeting, "ben", Role.MEMBER))));
  }

  private Member member(Group meeting, String userId, Role role) {
    return new Member(meeting, userId, role, Status.ACTIVE, userId, clock.instant(), null);
  }

  @Test
  void whoTakesPartCallsTheOthers() {
    String session = api.as("ben", MEETING).start().text("session.id");
    assertThat(api.as("ben", MEETING).join(session).status()).isEqualTo(200);
    assertThat(api.as("ann", MEETING).join(session).status()).isEqualTo(200);
    assertThat(api.as("eve", MEETING).join(session).status()).isEqualTo(403);
    assertThat((List<?>) api.as("ann", MEETING).members().at("members")).hasSize(2);
    assertThat(api.as("ben").studies().text("studies.0.name")).isEqualTo("Noodles");
  }

  @Test
  void notEvenItsOwnerChangesItHere() {
    refused(api.as("ann", MEETING).delete());
    refused(api.as("ann", MEETING).add("eve", "{}"));
    refused(api.as("ann", MEETING).change("ben", "{\"role\":\"ADMIN\"}"));
    refused(api.as("ben", MEETING).change("ben", "{\"status\":\"ACTIVE\"}"));
    refused(api.as("ann", MEETING).remove("ben"));
    refused(api.as("ben", MEETING).remove("ben"));
    assertThat((List<?>) api.as("ann", MEETING).members().at("members")).hasSize(2);
    assertThat(api.as("eve", MEETING).delete().text("code"))
        .as("of somebody who is not in it")
        .isEqualTo("NOT_STUDY_MEMBER");
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(answer.text("error")).isEqualTo("모임은 모임 API에서만 변경할 수 있습니다.");
  }
}
