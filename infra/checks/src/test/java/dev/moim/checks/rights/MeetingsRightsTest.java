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

/** As {@link CallsRightsTest}, for the meetings family. */
class MeetingsRightsTest implements RightsContract {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables("MeetingsTable", "AccountsTable", "GroupsTable");

  private static Verdict verdict;
  private static MeetingsPlay play;

  @BeforeAll
  static void play() throws IOException {
    Deployed template = Deployed.of("functions/meetings/template.yaml");
    List.of(1L, 2L, 3L).forEach(MeetingsRightsTest::addPerson);
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    try (GuardedAws aws = new GuardedAws(dynamoDb, Right.byFunction(template))) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("MEETINGS_TABLE", DYNAMO.table("MeetingsTable"));
      environment.put("ACCOUNTS_TABLE", DYNAMO.table("AccountsTable"));
      environment.put("GROUPS_TABLE", DYNAMO.table("GroupsTable"));
      environment.put("PICTURES_BUCKET", "PicturesBucket");
      Functions functions = new Functions(Family.named("meetings"), aws, environment);
      functions.deployedWith(Map.of("TOKEN_SECRET_ARN", "TokenSecretArn"));
      aws.keepSecret("TokenSecretArn", MeetingsPlay.SECRET);
      play = new MeetingsPlay(functions, MeetingsRightsTest::letPass);
      verdict = new Verdict(template, aws, functions.emitted());
      assertThatCode(play::all)
          .as(() -> "played without " + verdict.denied())
          .doesNotThrowAnyException();
    }
  }

  private static void addPerson(long id) {
    Map<String, AttributeValue> item = new HashMap<>(PersonItem.key(id));
    item.put(PersonItem.NICKNAME, AttributeValue.fromS("사람" + id));
    item.put(PersonItem.GENDER, AttributeValue.fromS("FEMALE"));
    item.put(PersonItem.PICTURE, AttributeValue.fromS("users/" + id + "/k3j9x2ab"));
    DYNAMO.client().putItem(it -> it.tableName(DYNAMO.table("AccountsTable")).item(item));
  }

  /** As if the meeting had been made for a year ago. */
  private static void letPass(long meetingId) {
    DYNAMO
        .client()
        .updateItem(it ->
            it.tableName(DYNAMO.table("MeetingsTable"))
                .key(
                    Map.of(
                        "id", AttributeValue.fromS("meeting#" + meetingId),
                        "item", AttributeValue.fromS("meeting")))
                .updateExpression("SET #position = :past")
                .expressionAttributeNames(Map.of("#position", "position"))
                .expressionAttributeValues(
                    Map.of(":past", AttributeValue.fromS("000000000001#" + meetingId))));
  }

  @Test
  void everyGoldenEventWasPlayed() {
    assertThat(play.played())
        .containsExactlyInAnyOrderElementsOf(Repository.list("events/meetings").toList());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }
}
