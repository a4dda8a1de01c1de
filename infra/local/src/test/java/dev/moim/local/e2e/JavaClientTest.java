package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.client.Keys;
import dev.moim.client.License;
import dev.moim.client.MoimException;
import dev.moim.client.RoomState.Status;
import dev.moim.client.Session;
import dev.moim.client.TenantApi;
import dev.moim.client.Usage;
import dev.moim.client.example.OpenRooms;
import dev.moim.client.http.HttpTenantApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client for servers of tenants, against the running template. */
class JavaClientTest {

  private static CallsCloud cloud;

  private TenantServer tenant;
  private TenantApi moim;

  @BeforeAll
  static void start() {
    cloud = CallsCloud.start();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @BeforeEach
  void setUp() throws Exception {
    tenant = new TenantServer(cloud.cloud(), "client.example");
    moim = HttpTenantApi.of(cloud.cloud().url(), keys());
  }

  private Keys keys() {
    return new Keys(tenant.accessKey(), tenant.secretKey());
  }

  @Test
  void itSeesTheLicenseItsRoomsAndTheirUse() throws Exception {
    Instant before = Instant.now().minusSeconds(1);
    TenantServer.User ann = tenant.user("ann", "");
    ann.ask("createRoom", Map.of("roomId", "room:1+2@x", "destroy", true));
    ann.ask("joinRoom", Map.of("roomId", "room:1+2@x"));

    License license = moim.license();
    assertThat(license.domain()).isEqualTo("client.example");
    assertThat(license.enabled()).isTrue();
    assertThat(license.roomLimit()).isEqualTo(10);
    assertThat(license.roomsOpen()).isOne();
    assertThat(license.limits().get("auth")).isEqualTo(new License.RateLimit(100, 300));

    assertThat(moim.sessions())
        .singleElement()
        .satisfies(session -> assertThat(session.roomName()).isEqualTo("room:1+2@x"))
        .satisfies(session -> assertThat(session.createdAt()).isAfter(before))
        .satisfies(session ->
            assertThat(session.connections())
                .singleElement()
                .matches(Session.Connection::active)
                .matches(connection -> connection.userName().equals("ann")));
    assertThat(moim.room("room:1+2@x")).get().matches(room -> room.status() == Status.WAIT);
    assertThat(moim.room("elsewhere")).isEmpty();

    ann.ask("leaveRoom", Map.of("roomId", "room:1+2@x"));
    Usage usage = moim.usage(new TenantApi.Period(before, Instant.now()));
    assertThat(usage.rooms()).extracting(Usage.Room::roomName).containsExactly("room:1+2@x");
    assertThat(usage.total()).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void refusalsAreTyped() {
    Instant now = Instant.now();
    var tooLong = new TenantApi.Period(now.minus(Duration.ofDays(93)), now);
    assertThatThrownBy(() -> moim.usage(tooLong)).isInstanceOf(MoimException.InvalidRequest.class);
    var forged = HttpTenantApi.of(cloud.cloud().url(), new Keys(tenant.accessKey(), "guessed"));
    assertThatThrownBy(forged::license).isInstanceOf(MoimException.Unauthorized.class);
  }

  /** More tokens at once than a license gets: whoever may wait gets one all the same. */
  @Test
  void itComesBackWhenTheServiceSaysSo() {
    HttpClient http = HttpClient.newHttpClient();
    assertThatThrownBy(() ->
            IntStream.range(0, 1000)
                .forEach(ignored ->
                    HttpTenantApi.of(cloud.cloud().url(), keys(), http, Duration.ZERO).license()))
        .isInstanceOfSatisfying(
            MoimException.TooManyRequests.class,
            tooMany -> assertThat(tooMany.retryAfter()).isPositive());
    assertThat(moim.license().enabled()).isTrue();
  }

  @Test
  void theExampleShowsWhatIsOpen() throws Exception {
    tenant.user("ben", "").ask("createRoom", Map.of("roomId", "r1", "destroy", true));
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    OpenRooms.print(moim, new PrintStream(shown, true, StandardCharsets.UTF_8));
    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .startsWith("client.example: 1 of 10 rooms")
        .last()
        .asString()
        .startsWith("r1 since ");
  }
}
