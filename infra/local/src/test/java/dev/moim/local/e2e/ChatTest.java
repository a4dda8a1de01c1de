package dev.moim.local.e2e;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.reaction.NotifyOfMeetings;
import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import dev.moim.local.Patience;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * @stomp/stompjs 7 against the chat socket, whose frames overtake each other, and an EventSource
 *     against notifications.
 */
class ChatTest {

  private static final Path PROJECT = Path.of(System.getProperty("moim.root"));
  private static final int PEOPLE = 7;

  /** Whoever is told a thousand times. */
  private static final int TOLD = 6;

  private static final int WRITERS = 4;
  private static final int EACH = 250;

  private static LocalCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        LocalCloud.start(
            LocalOptions.of(PROJECT)
                .gateways(Shuffle.always().gateways())
                .environment(Map.of("NOTIFICATIONS_POLL_SECONDS", "1"))
                .port(0));
    for (int id = 1; id <= PEOPLE; id++) {
      person(id);
    }
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  private static String table(String family) {
    return cloud.dynamoDb().listTables().tableNames().stream()
        .filter(name -> name.contains(family))
        .findFirst()
        .orElseThrow();
  }

  private static void person(int id) {
    cloud
        .dynamoDb()
        .putItem(it ->
            it.tableName(table("Accounts"))
                .item(
                    Map.of(
                        "id", AttributeValue.fromS("user#" + id),
                        "nickname", AttributeValue.fromS("사람" + id),
                        "gender", AttributeValue.fromS("FEMALE"))));
  }

  @TestFactory
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> clients() {
    Map<String, String> environment = Map.of("MOIM_URL", cloud.url().toString());
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        int own = writer;
        writers.execute(() -> tell(own));
      }
      return NodeScript.with(environment, Duration.ofMinutes(10)).tests("chat");
    }
  }

  /** Once its listener listens, as one of several functions that hear of meetings would. */
  private static void tell(int writer) {
    Map<String, String> settings =
        Map.of(
            "CHATS_TABLE", table("Chats"),
            "CONNECTIONS_TABLE", table("Connections"),
            "ACCOUNTS_TABLE", table("Accounts"),
            "GROUPS_TABLE", table("Groups"));
    Deployment deployment = Deployment.of(new Settings(settings)).with(cloud.dynamoDb());
    var notify = new ChatWiring(deployment).notifyOfMeetings();
    Random random = new Random(writer);
    Patience.until("somebody listens and has been told of an application", ChatTest::isToldOf);
    for (int i = 0; i < EACH; i++) {
      LockSupport.parkNanos(random.nextLong(20_000_000));
      Map<String, String> fields =
          Map.of(
              "meetingId", "1", "authorId", "" + TOLD, "title", writer + "-" + i, "memberIds", "");
      until(notify, DomainEvent.of("meeting.expired", Instant.now(), fields));
    }
  }

  /** A stream brings again what could not be told. */
  private static void until(NotifyOfMeetings notify, DomainEvent event) {
    for (boolean told = false; !told; ) {
      try {
        notify.run(event);
        told = true;
      } catch (DomainException othersWereInTheWay) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static boolean isToldOf() {
    return cloud
            .dynamoDb()
            .query(it ->
                it.tableName(table("Chats"))
                    .keyConditionExpression("id = :user AND begins_with(#item, :all)")
                    .expressionAttributeNames(Map.of("#item", "item"))
                    .expressionAttributeValues(
                        Map.of(
                            ":user", AttributeValue.fromS("user#" + TOLD),
                            ":all", AttributeValue.fromS("n#"))))
            .count()
        > 0;
  }
}
