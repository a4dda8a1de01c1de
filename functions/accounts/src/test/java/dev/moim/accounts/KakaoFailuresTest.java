package dev.moim.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moim.accounts.AccountsApi.Answer;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a server in Kakao's place does, whoever logs in is told, and soon. */
class KakaoFailuresTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "AccountsTable", "GroupsTable", "MeetingsTable", "StudyCallsTable", "ChatsTable");

  private static final String TOKEN = "/oauth/token";
  private static final String ME = "/v2/user/me";
  private static final String UNLINK = "/v1/user/unlink";
  private static final String SOMEBODY = "{\"id\":5,\"kakao_account\":{}}";
  private static final String TOKENS = "{\"access_token\":\"t\",\"token_type\":\"bearer\"}";

  private record Canned(int status, String body) {}

  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private AccountsApi api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    answers.put(TOKEN, new Canned(200, TOKENS));
    answers.put(ME, new Canned(200, SOMEBODY));
    answers.put(UNLINK, new Canned(200, "{\"id\":5}"));
    api =
        new AccountsApi(
            DYNAMO,
            TestClock.at("2100-01-31T09:00:00Z"),
            AtKakao.settings(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  /** A status of 0 is a server that begins and never ends. */
  private void handle(HttpExchange exchange) throws IOException {
    Canned canned = answers.getOrDefault(exchange.getRequestURI().getPath(), new Canned(404, "{}"));
    exchange.getRequestBody().readAllBytes();
    byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
    if (canned.status() == 0) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      awaitTheEnd();
      return;
    }
    try (exchange) {
      exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitTheEnd() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** With a code that this server takes or not; the browser's part is the real one. */
  private Answer logIn() {
    Answer begun = api.request("GET /api/v1/oauth/kakao").send();
    String state = AtKakao.fields(URI.create(begun.headers().get("location"))).get("state");
    Answer back =
        api.request("GET " + AtKakao.CALLBACK)
            .cookie(begun.cookie())
            .query("code", "c")
            .query("state", state)
            .send();
    return api.request("POST " + AtKakao.CALLBACK)
        .cookie(back.cookie())
        .json(Map.of("code", "c"))
        .send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/oauth/token | 400 | {\"error\":\"invalid_grant\"} | 400 | INVALID_VERIFICATION_CODE",
        "/oauth/token | 400 | {\"error\":\"invalid_request\"} | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 400 | <html> | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 401 | {\"error_code\":\"KOE010\"} | 503 | SERVICE_UNAVAILABLE",
        "/oauth/token | 403 | {} | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 302 | {} | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 429 | {} | 503 | SERVICE_UNAVAILABLE",
        "/oauth/token | 500 | oops | 503 | SERVICE_UNAVAILABLE",
        "/oauth/token | 503 | '' | 503 | SERVICE_UNAVAILABLE",
        "/oauth/token | 200 | '' | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 200 | [] | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 200 | {\"access_token\":7} | 400 | INVALID_KAKAO_RESPONSE",
        "/oauth/token | 200 | {\"access_token\":\"a\\r\\nb\"} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 401 | {\"code\":-401} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 500 | {} | 503 | SERVICE_UNAVAILABLE",
        "/v2/user/me | 200 | {} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 200 | {\"id\":\"x\"} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 200 | {\"id\":-1} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 200 | {\"id\":1e99} | 400 | INVALID_KAKAO_RESPONSE",
        "/v2/user/me | 200 | {\"id\":5,\"kakao_account\":{\"is_email_valid\":9}} | 400 | INVALID_KAKAO_RESPONSE",
      })
  void whatKakaoAnswersIsOneOfOurRefusals(
      String path, int status, String body, int expected, String code) {
    answers.put(path, new Canned(status, body));
    Answer answer = logIn();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(expected);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.headers().containsKey("retry-after")).isEqualTo(expected == 503);
    assertThat(answer.cookie()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":5}",
        "{\"id\":5,\"kakao_account\":7,\"properties\":[]}",
        "{\"id\":5,\"kakao_account\":{\"is_email_valid\":true,\"is_email_verified\":true,\"email\":\"no address\"}}",
        "{\"id\":5,\"kakao_account\":{\"is_email_valid\":true,\"email\":\"suh@example.com\"}}",
        "{\"id\":5,\"kakao_account\":{\"is_email_valid\":false,\"is_email_verified\":true,\"email\":\"a@b.kr\"}}",
      })
  void anAddressThatKakaoDoesNotVouchForIsNotKept(String body) {
    answers.put(ME, new Canned(200, body));
    Answer in = logIn();
    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    assertThat(api.export(in.access()).body().toString()).contains("email=null");
    api.leave(in.access());
  }

  @ParameterizedTest
  @CsvSource({TOKEN, ME})
  @Timeout(60)
  void aServerThatNeverEndsIsNotWaitedFor(String path) {
    answers.put(path, new Canned(0, ""));
    long begun = System.nanoTime();
    Answer answer = logIn();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(14));
    assertThat(answer.status()).isEqualTo(503);
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    answers.put(TOKEN, new Canned(200, "{\"access_token\":\"" + "a".repeat(1_000_000) + "\"}"));
    assertThat(logIn().status()).isEqualTo(503);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    server.stop(0);
    assertThat(logIn().status()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {}",
        "401 | {\"code\":-401}",
        "400 | {\"code\":-2}",
        "400 | garbage",
        "0 | ''",
      })
  void whoCannotBeUnlinkedKeepsTheAccountAndMayTryAgain(int status, String body) {
    Answer in = logIn();
    answers.put(UNLINK, new Canned(status, body));
    Answer refused = api.leave(in.access());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("KAKAO_UNLINK_FAILED");
    answers.put(UNLINK, new Canned(400, "{\"msg\":\"NotRegisteredUserException\",\"code\":-101}"));
    assertThat(api.leave(in.access()).status()).as("unlinked there already").isEqualTo(200);
  }
}
