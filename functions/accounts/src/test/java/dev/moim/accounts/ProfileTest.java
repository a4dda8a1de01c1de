package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.accounts.person.Names;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see of themselves, and of others. */
class ProfileTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final Names MINJI = Someone.names("minji", 1);

  private final TestClock clock = TestClock.at("2100-01-31T09:00:00Z");
  private final AccountsApi api = new AccountsApi(DYNAMO, clock, Map.of());
  private final Someone someone = new Someone(api, DYNAMO, clock);

  @Test
  void peopleSeeWhatIsKnownOfThem() {
    Answer in = someone.settle(MINJI);
    Answer me = api.me(in.access());
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body())
        .containsEntry("userId", Long.parseLong(in.text("userId")))
        .containsEntry("nickname", "minji")
        .containsEntry("email", "minji@example.com")
        .containsEntry("phone", "01012340001")
        .containsEntry("phoneNumber", "01012340001")
        .containsEntry("gender", "FEMALE")
        .containsEntry("birth", "1999-12-31")
        .containsEntry("introduction", "안녕하세요")
        .containsEntry("mbti", "INFP")
        .containsEntry("profileImage", null);
  }

  @Test
  void othersSeeAProfileAndNothingPrivate() {
    Answer minji = someone.settle(MINJI);
    Answer hana = someone.settle(Someone.names("hana", 2));

    Answer seen = person(hana.access(), minji.text("userId"));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).containsEntry("nickname", "minji").containsEntry("gender", "FEMALE");
    assertThat(seen.body().toString()).doesNotContain("example.com", "0101234");
  }

  @Test
  void whoHasNoProfileSeesAndShowsNobody() {
    Answer minji = someone.settle(MINJI);
    Answer hana = someone.arrive(Someone.names("hana", 2));
    Answer gate = person(hana.access(), minji.text("userId"));
    assertThat(gate.status()).isEqualTo(403);
    assertThat(gate.message()).isEqualTo("프로필 생성을 완료해 주세요.");
    Answer unseen = person(minji.access(), hana.text("userId"));
    assertThat(unseen.status()).isEqualTo(404);
    assertThat(unseen.message()).isEqualTo("사용자를 찾을 수 없습니다");
    for (String id : new String[] {"0", "-1", "x", "99999999999999999999", "1"}) {
      assertThat(person(minji.access(), id).status()).as(id).isEqualTo(404);
    }
  }

  private Answer person(String token, String id) {
    return api.request("GET /api/v1/users/{userId}").as(token).path("userId", id).send();
  }
}
