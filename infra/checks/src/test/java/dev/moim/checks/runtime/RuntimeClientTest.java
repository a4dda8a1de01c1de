package dev.moim.checks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.checks.Family;
import dev.moim.checks.GoldenEvents;
import dev.moim.checks.Repository;
import dev.moim.checks.jar.PackedJar;
import dev.moim.template.Function;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.runtime.Outside;
import dev.moim.testkit.runtime.RuntimeApi.Answer;
import dev.moim.testkit.runtime.RuntimeClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each family's packed jar behind Lambda's own runtime client: what only the packing or the client
 * can break, such as a class that was left out, a handler or a hook that is not found, and the list
 * of log4j's plugins, without which a function logs nothing and says so nowhere.
 */
class RuntimeClientTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of(
          "LicensesTable",
          "RoomsTable",
          "ConnectionsTable",
          "HandshakesTable",
          "MailboxTable",
          "GroupsTable",
          "StudyCallsTable",
          "AccountsTable",
          "MeetingsTable",
          "ChatsTable",
          "WebhooksTable");

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(TABLES.toArray(String[]::new));

  /** Of nobody we know: refused by what the table says, or for a token that nobody signed. */
  @ParameterizedTest
  @CsvSource({
    "calls,    register.json,    200, 401",
    "licenses, auth.json,        401, ''",
    "rooms,    createRoom.json,  401, ''",
    "studies,  createStudy.json, 401, ''"
  })
  void startsPrimesAnswersAndLogs(String family, String event, int status, String code)
      throws Exception {
    Function function = GoldenEvents.functions(Family.named(family)).get(event);
    Map<String, String> variables = variables(function);
    try (RuntimeClient client =
        RuntimeClient.start(PackedJar.of(family, function), function, variables)) {
      Answer answer = client.invoke(Repository.text("events/" + family + "/" + event));

      assertThat(answer.failed()).as(answer.body() + client.log()).isFalse();
      JsonNode reply = JSON.readTree(answer.body());
      assertThat(reply.path("statusCode").asInt()).as(client.log()).isEqualTo(status);
      assertThat(JSON.readTree(reply.path("body").asText()).path("code").asText(""))
          .as(answer.body())
          .contains(code);
      assertThat(client.snapshotTaken()).isTrue();
      assertThatLittleWasLeftToLoad(client, 10);
      List<JsonNode> lines = lines(client.log());
      assertThat(lines)
          .as("the hook before the snapshot")
          .anySatisfy(line -> assertThat(line.path("message").asText()).isEqualTo("primed"));
      assertThat(lines)
          .as("a line about this request")
          .anySatisfy(line -> {
            assertThat(line.path("function_request_id").asText()).isEqualTo(answer.requestId());
            assertThat(line.path("service").asText()).isEqualTo("moim-" + family);
            assertThat(line.path("level").asText()).isEqualTo("INFO");
          });
      assertThat(lines)
          .as("what it measured")
          .filteredOn(line -> line.has("_aws"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("moim");
            assertThat(line.path("Family").asText()).isEqualTo(family);
            assertThat(line.path("Latency").asDouble()).isPositive();
            assertThat(line.path("Refusals").asInt()).isOne();
          });
      assertThat(lines)
          .noneSatisfy(line -> assertThat(line.path("level").asText()).isIn("WARN", "ERROR"));
    }
  }

  /**
   * One of each kind of event: a first one finds its classes loaded. A function that asks nobody
   * before its snapshot has some of the JDK's HTTP client's to load, with which Lambda's client
   * says that it was restored.
   */
  @ParameterizedTest
  @CsvSource({
    "calls,    connect, 10",
    "calls,    joinRoom, 10",
    "calls,    sdp, 10",
    "calls,    destroyRoom, 10",
    "calls,    default, 10",
    "calls,    timer, 10",
    "rooms,    webhook, 10",
    "rooms,    poll, 13",
    "rooms,    keepPackets, 10",
    "studies,  default, 10",
    "studies,  joinCall, 10",
    "accounts, logIn, 10",
    "accounts, verifyEmail, 10",
    "accounts, kakaoLogIn, 10",
    "meetings, createMeeting, 10",
    "meetings, personGone, 10",
    "chat,     createRoom, 10",
    "chat,     default, 10",
    "webhooks, createWebhook, 10",
    "webhooks, deliver, 10"
  })
  @Tag("slow")
  void aFirstEventFindsItsClassesLoaded(String family, String event, int most) throws Exception {
    Function function = GoldenEvents.functions(Family.named(family)).get(event + ".json");
    Map<String, String> variables = variables(function);
    try (RuntimeClient client =
        RuntimeClient.start(PackedJar.of(family, function), function, variables)) {
      Answer answer = client.invoke(Repository.text("events/" + family + "/" + event + ".json"));

      assertThat(answer.failed()).as(answer.body() + client.log()).isFalse();
      assertThatLittleWasLeftToLoad(client, most);
    }
  }

  /** Six of them are those with which the runtime itself takes its first event. */
  private static void assertThatLittleWasLeftToLoad(RuntimeClient client, int most) {
    assertThat(client.classesAfter(client.atSnapshot().classes())).hasSizeLessThanOrEqualTo(most);
  }

  @Test
  void aHandlerThatIsNotInTheJarIsAnError() throws Exception {
    Function function = GoldenEvents.functions(Family.named("licenses")).get("auth.json");
    Function renamed =
        new Function(
            function.name(),
            function.handler() + "OfYesterday",
            function.environment(),
            function.timeout(),
            function.memory(),
            function.events());
    try (RuntimeClient client =
        RuntimeClient.start(PackedJar.of("licenses", renamed), renamed, variables(renamed))) {
      Answer answer = client.invoke(Repository.text("events/licenses/auth.json"));

      assertThat(answer.failed()).isTrue();
      assertThat(answer.body()).contains("AuthHandlerOfYesterday");
    }
  }

  private static final Outside OUTSIDE = new Outside();

  @AfterAll
  static void close() {
    OUTSIDE.close();
  }

  private static Map<String, String> variables(Function function) {
    URI dynamoDb = DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow();
    Map<String, String> variables = new HashMap<>();
    function
        .environment()
        .forEach((name, value) -> {
          if (TABLES.contains(value)) {
            variables.put(name, DYNAMO.table(Objects.requireNonNull(value)));
          }
        });
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    variables.putAll(OUTSIDE.variables());
    variables.put("TOKEN_SECRET", "a secret that signs tokens, long enough");
    variables.put("TOKEN_SECRET_ARN", "");
    variables.put("METRICS_NAMESPACE", "moim");
    return variables;
  }

  private static List<JsonNode> lines(String log) {
    return log.lines().filter(line -> line.startsWith("{")).map(RuntimeClientTest::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not one JSON object per line: " + line, e);
    }
  }
}
