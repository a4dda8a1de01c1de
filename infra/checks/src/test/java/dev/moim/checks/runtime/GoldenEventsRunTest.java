package dev.moim.checks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.checks.Family;
import dev.moim.checks.GoldenEvents;
import dev.moim.checks.Repository;
import dev.moim.checks.jar.PackedJar;
import dev.moim.kakao.KakaoServer;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.License.OpenRooms;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.template.Function;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.runtime.RuntimeApi.Answer;
import dev.moim.testkit.runtime.RuntimeClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every golden event, handed to the packed function it is for behind Lambda's own runtime client,
 * with LocalStack as the cloud: each is answered, none for a reason that is ours.
 */
class GoldenEventsRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN_SECRET = "a secret that signs tokens, long enough";
  private static final String TENANT = "foziz2mdywm"; // of events/licenses/auth.json
  private static final String AUTH_KEY = "auth-key-of-the-license";
  private static final String SECRET_KEY = "5bfdabd106fbd8c7ac14935c4e3ce98c";

  /** Before all others: they need what these make. */
  private static final List<String> FIRST =
      List.of("connect", "register", "auth", "createStudy", "createRoom", "joinRoom", "startCall");

  /** After all others. */
  private static final List<String> LAST = List.of("leaveRoom", "destroyRoom", "disconnect");

  /** LocalStack has no SES v2, so whoever wants a mail is told to come back. */
  private static final Set<String> MAILS = Set.of("signUp", "sendPasswordLink");

  private static Cloud cloud;
  private static FakeLiveKit livekit;
  private static KakaoServer kakao;

  @BeforeAll
  static void deploy() throws Exception {
    cloud = new Cloud();
    livekit = FakeLiveKit.start(Clock.systemUTC());
    cloud.keepSecret("TOKEN_SECRET_ARN", TOKEN_SECRET);
    cloud.keepSecret("LIVEKIT_SECRET_ARN", FakeLiveKit.secret(livekit.url()));
    cloud.keepSecret(
        "TURN_SECRET_ARN", "{\"urls\":[\"turn:turn.example:3478\"],\"secret\":\"north\"}");
    kakao = KakaoServer.start();
    cloud.keepSecret("KAKAO_SECRET_ARN", kakao.secret());
    cloud.keepSecret("NEXTAUTH_SECRET_ARN", "a secret of the front end");
    create("123", KeyName.AUTH_KEY, AUTH_KEY);
    create(TENANT, KeyName.SECRET_KEY, SECRET_KEY);
  }

  private static void create(String id, KeyName name, String key) {
    Map<KeyName, HashedKey> keys = Map.of(name, HashedKey.of(HashedSecret.of(key).hex()));
    new DynamoLicenses(
            cloud.dynamo(), cloud.table("LicensesTable"), RateLimits.DEFAULTS, Clock.systemUTC())
        .create(new License(id, true, "trial", 10, 0, keys, OpenRooms.NONE));
  }

  @AfterAll
  static void undeploy() {
    if (cloud != null) {
      cloud.close();
    }
    if (kakao != null) {
      kakao.close();
    }
    if (livekit != null) {
      livekit.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls",
        "licenses",
        "rooms",
        "studies",
        "accounts",
        "meetings",
        "chat",
        "webhooks"
      })
  void everyEventIsAnswered(String family) throws Exception {
    Map<String, Function> functions = GoldenEvents.functions(Family.named(family));
    List<String> files =
        new ArrayList<>(
            Repository.list("events/" + family).map(it -> it.replace(".json", "")).toList());
    files.sort((a, b) -> Integer.compare(turn(a), turn(b)));
    Map<String, RuntimeClient> started = new HashMap<>();
    Map<String, String> answers = new LinkedHashMap<>();
    try {
      for (String file : files) {
        Function function =
            functions.getOrDefault(file + ".json", functions.values().iterator().next());
        RuntimeClient client =
            started.computeIfAbsent(function.name(), it -> start(family, function));
        Answer answer = client.invoke(event(family, file));
        assertThat(answer.failed()).as(file + ": " + answer.body() + client.log()).isFalse();
        assertThat(status(answer))
            .as(file + ": " + answer.body() + client.log())
            .matches(status ->
                MAILS.contains(file) ? status.equals("503") : status.compareTo("500") < 0);
        answers.put(file, status(answer));
      }
      started.forEach((name, client) ->
          assertThat(client.log())
              .as(name)
              .contains("primed")
              .doesNotContain("\"level\":\"ERROR\""));
    } finally {
      started.values().forEach(RuntimeClient::close);
    }
    System.out.println(family + " behind the runtime client at LocalStack: " + answers);
  }

  private static RuntimeClient start(String family, Function function) {
    Path jar = PackedJar.of(family, function);
    return RuntimeClient.start(jar, function, cloud.environment(configured(function)));
  }

  /** In the order in which one thing leads to the other, else as they are named. */
  private static int turn(String file) {
    if (LAST.contains(file)) {
      return 100 + LAST.indexOf(file);
    }
    return FIRST.contains(file) ? FIRST.indexOf(file) : 50;
  }

  /** Requests without a token are the tenant's. */
  private static Function configured(Function function) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.computeIfPresent("ACCESS", (name, value) -> "documented");
    environment.computeIfPresent(
        "KAKAO_REDIRECT_URI",
        (name, value) -> "https://api.example.com/api/v1/oauth/kakao/callback");
    environment.computeIfPresent("KAKAO_PAGE", (name, value) -> "https://app.example.com/login");
    environment.computeIfPresent("DEFAULT_LICENSE", (name, value) -> TENANT);
    return new Function(
        function.name(),
        function.handler(),
        environment,
        function.timeout(),
        function.memory(),
        function.events());
  }

  /** With a token that is good in place of the example's. */
  private static String event(String family, String file) {
    String json = Repository.text("events/" + family + "/" + file + ".json");
    if (!family.equals("studies")) {
      return json;
    }
    String token =
        new UserTokens(() -> TOKEN_SECRET, Clock.systemUTC())
            .access(new Bearer("user-456", "Minji", null), Duration.ofHours(1));
    return json.replaceAll("Bearer [\\w.-]+", "Bearer " + token);
  }

  /** What the caller is told: of HTTP the status, of a socket the code; of others, nothing. */
  private static String status(Answer answer) throws Exception {
    JsonNode reply = JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    JsonNode body = JSON.readTree(reply.path("body").asText("{}"));
    String code = body == null ? "" : body.path("code").asText("");
    return code.matches("\\d{3}") ? code : reply.path("statusCode").asText("");
  }
}
