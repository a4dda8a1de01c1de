package dev.moim.local.e2e;

import dev.moim.local.LocalCloud;
import dev.moim.local.LocalOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  private static final int PEOPLE = 5;

  private static LocalCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        LocalCloud.start(LocalOptions.of(PROJECT).gateways(Shuffle.always().gateways()).port(0));
    for (int id = 1; id <= PEOPLE; id++) {
      person(id);
    }
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  private static void person(int id) {
    String table =
        cloud.dynamoDb().listTables().tableNames().stream()
            .filter(name -> name.contains("Accounts"))
            .findFirst()
            .orElseThrow();
    cloud
        .dynamoDb()
        .putItem(it ->
            it.tableName(table)
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
    return NodeScript.with(environment, Duration.ofMinutes(10)).tests("chat");
  }
}
