package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.moim.checks.Deployed;
import dev.moim.checks.Family;
import dev.moim.checks.Repository;
import dev.moim.shared.people.dynamodb.PersonItem;
import dev.moim.testkit.DynamoDbExtension;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** As {@link CallsRightsTest}, for the chat family: requests, its socket, timers and the stream. */
class ChatRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("ChatsTable", "ConnectionsTable", "AccountsTable", "GroupsTable");

  private static Verdict verdict;
  private static ChatPlay play;

  @BeforeAll
  static void play() throws IOException {
    Deployed template = Deployed.of("functions/chat/template.yaml");
    List.of(ChatPlay.HOST, ChatPlay.MEMBER).forEach(ChatRightsTest::addPerson);
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template))) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("CHATS_TABLE", DYNAMO.table("ChatsTable"));
      environment.put("CONNECTIONS_TABLE", DYNAMO.table("ConnectionsTable"));
      environment.put("ACCOUNTS_TABLE", DYNAMO.table("AccountsTable"));
      environment.put("GROUPS_TABLE", DYNAMO.table("GroupsTable"));
      environment.put("PICTURES_BUCKET", "PicturesBucket");
      environment.put("SOCKET_ENDPOINT", aws.uri() + "/ws");
      Functions functions = new Functions(Family.named("chat"), aws, environment);
      functions.deployedWith(Map.of("TOKEN_SECRET_ARN", "TokenSecretArn"));
      aws.keepSecret("TokenSecretArn", ChatPlay.SECRET);
      play = new ChatPlay(functions, aws, ChatRightsTest::addMember);
      verdict = new Verdict(template, aws, functions.emitted());
      assertThatCode(play::all)
          .as(() -> "played without " + verdict.denied())
          .doesNotThrowAnyException();
    }
  }

  private static void addPerson(long id) {
    Map<String, AttributeValue> item = new HashMap<>(PersonItem.key(id));
    item.put(PersonItem.NICKNAME, AttributeValue.fromS("사람" + id));
    item.put(PersonItem.PICTURE, AttributeValue.fromS("users/" + id + "/k3j9x2ab"));
    item.put(PersonItem.GENDER, AttributeValue.fromS("FEMALE"));
    DYNAMO.client().putItem(it -> it.tableName(DYNAMO.table("AccountsTable")).item(item));
  }

  /** What the family of meetings does when it lets somebody in. */
  private static void addMember(long id, String role) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("groupId", AttributeValue.fromS(ChatPlay.ROOM));
    item.put("userId", AttributeValue.fromS(Long.toString(id)));
    item.put("role", AttributeValue.fromS(role));
    item.put("status", AttributeValue.fromS("ACTIVE"));
    item.put("name", AttributeValue.fromS("사람" + id));
    item.put("joinedAt", AttributeValue.fromN("1"));
    item.put("groupName", AttributeValue.fromS("강남 저녁 번개"));
    item.put("zone", AttributeValue.fromS("Asia/Seoul"));
    item.put("groupCreatedAt", AttributeValue.fromN("1"));
    item.put("groupKind", AttributeValue.fromS("MEETING"));
    DYNAMO.client().putItem(it -> it.tableName(DYNAMO.table("GroupsTable")).item(item));
  }

  @Test
  void everyGoldenEventWasPlayed() {
    assertThat(play.played())
        .containsExactlyInAnyOrderElementsOf(Repository.list("events/chat").toList());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
