package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.kakao.KakaoServer;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** As {@link CallsRightsTest}, for the accounts family: the whole life of an account. */
class AccountsRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static Verdict verdict;
  private static AccountsPlay play;

  @BeforeAll
  static void play() throws IOException {
    Deployed template = Deployed.of("functions/accounts/template.yaml");
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (KakaoServer kakao = KakaoServer.start();
        GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template))) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("ACCOUNTS_TABLE", DYNAMO.table("AccountsTable"));
      environment.put("GROUPS_TABLE", DYNAMO.table("GroupsTable"));
      environment.put("CHATS_TABLE", DYNAMO.table("ChatsTable"));
      environment.put("MEETINGS_TABLE", DYNAMO.table("MeetingsTable"));
      environment.put("STUDY_CALLS_TABLE", DYNAMO.table("StudyCallsTable"));
      environment.put("MAIL_FROM", "moim@example.com");
      environment.put("PICTURES_BUCKET", "PicturesBucket");
      environment.put("KAKAO_REDIRECT_URI", "https://api.example.com/api/v1/oauth/kakao/callback");
      environment.put("KAKAO_PAGE", "https://app.example.com/login");
      Functions functions = new Functions(Family.named("accounts"), aws, environment);
      functions.deployedWith(
          Map.of("TOKEN_SECRET_ARN", "TokenSecretArn", "KAKAO_SECRET_ARN", "KakaoSecretArn"));
      aws.keepSecret("KakaoSecretArn", kakao.secret());
      aws.keepSecret("TokenSecretArn", AccountsPlay.SECRET);
      play = new AccountsPlay(functions, aws, kakao, AccountsRightsTest::speak);
      verdict = new Verdict(template, aws, functions.emitted());
      assertThatCode(play::all)
          .as(() -> "played without " + verdict.denied())
          .doesNotThrowAnyException();
    }
  }

  /** Somebody has made a meeting, and said something in its room. */
  private static void speak(String userId) {
    Instant now = Instant.now();
    Group meeting = new Group("7", ZoneId.of("Asia/Seoul"), "산책", now, Kind.MEETING);
    new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"))
        .create(new Member(meeting, userId, Role.OWNER, Status.ACTIVE, "", now, null));
    DYNAMO
        .client()
        .putItem(it ->
            it.tableName(DYNAMO.table("ChatsTable"))
                .item(
                    Map.of(
                        "id", AttributeValue.fromS("room#7"),
                        "item", AttributeValue.fromS("m#1795251605000-k3j9x2ab"),
                        "person", AttributeValue.fromN(userId),
                        "sentAt", AttributeValue.fromN("1795251605000"),
                        "text", AttributeValue.fromS("안녕"))));
  }

  @Test
  void everyGoldenEventWasPlayed() {
    assertThat(play.played())
        .containsExactlyInAnyOrderElementsOf(Repository.list("events/accounts").toList());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
