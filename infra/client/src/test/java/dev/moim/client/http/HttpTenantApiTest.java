package dev.moim.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.client.Keys;
import dev.moim.client.MoimException;
import dev.moim.client.Session;
import dev.moim.client.TenantApi;
import dev.moim.client.Usage;
import dev.moim.client.http.ScriptedService.Asked;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client makes of answers, late ones and refusals. */
class HttpTenantApiTest {

  private static final Keys KEYS = new Keys("access", "secret");
  private static final String NO_SESSIONS = "{\"status\":true,\"data\":[]}";
  private static final Map<String, String> IN_7 = Map.of("Retry-After", "7");
  private static final String REFUSED = "{\"status\":false,\"message\":\"because\"}";

  private final List<Duration> waited = new ArrayList<>();
  private ScriptedService service;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private TenantApi moim;

  @BeforeEach
  void setUp() throws IOException {
    service = ScriptedService.start();
    Exchange exchange =
        new Exchange(HttpClient.newHttpClient(), Duration.ofSeconds(20), waited::add);
    Clock clock = Clock.tick(new MovedClock(), Duration.ofMillis(1));
    moim = new HttpTenantApi(service.url(), KEYS, exchange, clock);
  }

  @AfterEach
  void tearDown() {
    service.close();
  }

  private final class MovedClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aTokenIsUsedAsLongAsItIsGood() {
    service.then(200, NO_SESSIONS).then(200, NO_SESSIONS).then(200, NO_SESSIONS);
    moim.sessions();
    now = now.plus(Duration.ofMinutes(57));
    moim.sessions();
    now = now.plus(Duration.ofMinutes(2));
    moim.sessions();
    assertThat(service.asked()).extracting(Asked::token).containsExactly("t1", "t1", "t2");
  }

  @Test
  void aTokenThatIsRefusedIsReplacedOnce() {
    service.then(401, REFUSED).then(200, NO_SESSIONS);
    assertThat(moim.sessions()).isEmpty();
    assertThat(service.asked()).extracting(Asked::token).containsExactly("t1", "t2");
    service.then(401, REFUSED).then(401, REFUSED);
    assertThatThrownBy(moim::sessions)
        .isInstanceOf(MoimException.Unauthorized.class)
        .hasMessage("because");
  }

  @Test
  void manyThreadsShareOneToken() throws Exception {
    List<Callable<List<Session>>> requests = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(ignored -> {
          service.then(200, NO_SESSIONS);
          requests.add(moim::sessions);
        });
    try (var executor = Executors.newFixedThreadPool(20)) {
      for (var done : executor.invokeAll(requests)) {
        assertThat(done.get()).isEmpty();
      }
    }
    assertThat(service.tokensGiven()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  void itWaitsAsLongAsItIsTold(int status) {
    service.then(status, IN_7, REFUSED).then(status, IN_7, REFUSED).then(200, NO_SESSIONS);
    assertThat(moim.sessions()).isEmpty();
    assertThat(waited).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
  }

  @Test
  void itWaitsNoLongerThanItMay() {
    service.then(429, IN_7, REFUSED).then(429, Map.of("Retry-After", "14"), REFUSED);
    var tooMany = catchThrowableOfType(MoimException.TooManyRequests.class, moim::sessions);
    assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofSeconds(14));
    assertThat(waited).containsExactly(Duration.ofSeconds(7));
    service.then(503, Map.of("Retry-After", "60"), REFUSED);
    var unavailable = catchThrowableOfType(MoimException.Unavailable.class, moim::sessions);
    assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(60));
  }

  @Test
  void itWaitsASecondAtLeastSoThatItEndsSomeTime() {
    for (int i = 0; i <= 20; i++) {
      service.then(503, Map.of("Retry-After", "0"), REFUSED);
    }
    assertThatThrownBy(moim::sessions).isInstanceOf(MoimException.Unavailable.class);
    assertThat(waited).hasSize(20).containsOnly(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequest",
    "403, LicenseDisabled",
    "413, InvalidRequest",
    "500, Unavailable",
  })
  void refusalsHaveTheirNames(int status, String name) {
    service.then(status, REFUSED);
    assertThatThrownBy(moim::license)
        .isInstanceOf(MoimException.class)
        .hasMessage("because")
        .extracting(refused -> refused.getClass().getSimpleName())
        .isEqualTo(name);
  }

  @Test
  void whatIsNoAnswerOfMoimIsNone() {
    service.then(200, "<html>").then(502, "<html>").then(200, "");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(moim::license).isInstanceOf(MoimException.Unavailable.class);
    }
    service.close();
    assertThatThrownBy(moim::license)
        .isInstanceOf(MoimException.Unavailable.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void listsAreReadToTheirEnd() {
    String session =
        """
        {"id":"1","domain":"d","sessionId":"ses_%s","roomName":"%s","status":"OPEN",
         "createdAt":"2026-01-01T00:00:00.000Z","sessionTokens":[],"new":1}\
        """;
    service
        .then(
            200,
            "{\"status\":true,\"data\":["
                + session.formatted("a", "r1")
                + "],\"nextCursor\":\"a b\"}")
        .then(200, "{\"status\":true,\"data\":[" + session.formatted("b", "r2") + "]}");
    assertThat(moim.sessions()).extracting(Session::roomName).containsExactly("r1", "r2");
    assertThat(service.asked().get(1).path()).isEqualTo("/v1/sessions?cursor=a%20b");

    String part =
        """
        {"status":true,"data":{"domain":"d","totalSecond":%d,"detail":[{"roomName":"%s",
         "sessionTimeSecond":%1$d,"createdAt":"2026-01-01T00:00:00.000Z","joins":5,"peak":3,
         "messages":7}]}%s}\
        """;
    service
        .then(200, part.formatted(60, "r1", ",\"nextCursor\":\"n\""))
        .then(200, part.formatted(30, "r2", ""));
    Usage usage = moim.usage(new TenantApi.Period(now, now.plusSeconds(60)));
    assertThat(usage.total()).isEqualTo(Duration.ofSeconds(90));
    assertThat(usage.rooms()).extracting(Usage.Room::roomName).containsExactly("r1", "r2");
    Usage.Room first = usage.rooms().getFirst();
    assertThat(first.open()).isEqualTo(Duration.ofSeconds(60));
    assertThat(first)
        .extracting(Usage.Room::joins, Usage.Room::peak, Usage.Room::messages)
        .containsExactly(5L, 3L, 7L);
  }

  @Test
  void aRoomThatIsNotThereIsNoFailure() {
    service.then(404, REFUSED);
    assertThat(moim.room("회의/1 a+b")).isEmpty();
    assertThat(service.asked().getFirst().path())
        .isEqualTo("/v1/sessions/%ED%9A%8C%EC%9D%98%2F1%20a%2Bb");
  }

  @Test
  void aThreadThatIsInterruptedIsToldSo() {
    service.then(200, NO_SESSIONS);
    Thread.currentThread().interrupt();
    assertThatThrownBy(moim::sessions).isInstanceOf(MoimException.Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void keysAreNotShown() {
    assertThat(KEYS.toString()).contains("access").doesNotContain("=secret");
  }
}
