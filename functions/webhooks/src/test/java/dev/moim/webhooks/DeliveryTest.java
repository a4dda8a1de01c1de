package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.HmacSha256;
import dev.moim.shared.kernel.Page;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Room.Option;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.webhooks.HookScene.Post;
import dev.moim.webhooks.delivery.Answer;
import dev.moim.webhooks.delivery.DeliveryLog;
import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.delivery.DeliveryLog.MessageId;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.delivery.Result;
import dev.moim.webhooks.dynamodb.DynamoEndpoints;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.SigningKeys;
import dev.moim.webhooks.endpoint.WebhookError;
import dev.moim.webhooks.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of messages, of endpoints that fail, and what all of it costs. */
class DeliveryTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.streamingTables("LicensesTable", "RoomsTable", "WebhooksTable");

  private static final String URL = "https://hooks.example.com/moim";

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private HookScene scene;
  private String license;

  @BeforeEach
  void setUp() {
    scene = new HookScene(DYNAMO, clock);
    license = scene.tenant(10, clock).license().id();
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  @Test
  void anEventCostsOneWriteUnitAndOneMessage() {
    endpoint(URL);
    endpoint("https://other.example.com/");
    open("r1");
    scene.pump();
    scene.pass(Duration.ofSeconds(1));
    DYNAMO.counter().reset();
    join("r1", "minji");
    double ofTheJoin = DYNAMO.counter().writeUnits();
    scene.pump();
    assertThat(scene.queue.waiting()).as("messages").hasSize(1);
    DYNAMO.counter().reset();
    scene.pass(Duration.ofSeconds(1));
    assertThat(types())
        .containsExactly(
            "room.created", "room.created", "participant.joined", "participant.joined");
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(1);
    assertThat(ofTheJoin).isEqualTo(1);
    assertThat(DYNAMO.counter().requests()).as("the endpoints, the log").isEqualTo(2);
    assertThat(scene.queue.waiting()).isEmpty();
  }

  @Test
  void aLicenseWithoutEndpointsIsNotEvenHeard() {
    open("r1");
    DYNAMO.counter().reset();
    join("r1", "minji");
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
    scene.pump(); // hands over what the filters of the template let through
    assertThat(scene.queue.waiting()).isEmpty();
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }

  @Test
  void roomsThatAreOpenAlreadyAreHeardOfToo() {
    open("r1");
    Endpoint endpoint = endpoint(URL);
    join("r1", "minji");
    scene.pump();
    scene.pass(Duration.ofSeconds(1));
    assertThat(types()).containsExactly("participant.joined");
    scene.wiring.manage().delete(key(endpoint));
    scene.pass(Duration.ofMinutes(2));
    open("r2");
    scene.pump();
    scene.pass(Duration.ofMinutes(2));
    assertThat(types()).containsExactly("participant.joined");
  }

  @Test
  void receiverThatIsDownForADayGetsEverythingWhenItIsBack() {
    endpoint(URL);
    scene.receivers = url -> Answer.failed(0, "down");
    for (int hour = 0; hour < 24; hour++) {
      open("r" + hour % 10 + "-" + hour);
      scene.pump();
      scene.pass(Duration.ofHours(1));
      end("r" + hour % 10 + "-" + hour);
    }
    scene.pump();
    scene.pass(Duration.ofSeconds(1));
    scene.posts.clear();
    scene.receivers = url -> new Answer(true, 200, "");
    scene.pass(Duration.ofHours(24));
    assertThat(scene.posts).extracting(Post::id).doesNotHaveDuplicates().hasSize(48);
    assertThat(scene.wiring.manage().list(license)).noneMatch(Endpoint::failing);
  }

  @Test
  void endpointThatFailsForDaysIsDisabledAndSaysSo() {
    Endpoint endpoint = endpoint(URL);
    scene.receivers = url -> Answer.failed(500, "no");
    open("r1");
    scene.pump();
    scene.pass(Duration.ofDays(2));
    assertThat(find(endpoint).enabled()).isTrue();
    assertThat(find(endpoint).failing()).isTrue();
    scene.pass(Duration.ofDays(2));
    assertThat(find(endpoint).state().disabled())
        .hasValueSatisfying(
            why -> assertThat(why).contains("it has taken nothing since 2100-01-01"));
    assertThat(scene.posts).as("one and nine repetitions").hasSize(10);
    assertThat(scene.posts).extracting(Post::id).containsOnly(scene.posts.getFirst().id());
    assertThat(result(scene.posts.getFirst().id(), endpoint).state())
        .isEqualTo(Result.State.FAILED);
    open("r2");
    scene.pump();
    scene.pass(Duration.ofHours(1));
    assertThat(scene.posts).hasSize(10);
    scene.wiring.manage().change(key(endpoint), new Fields(Map.of("enabled", true)));
    scene.receivers = url -> new Answer(true, 200, "");
    scene.wiring.redeliver().again(key(endpoint), new MessageId(scene.posts.getFirst().id()));
    scene.pass(Duration.ofSeconds(2));
    assertThat(result(scene.posts.getFirst().id(), endpoint).state())
        .isEqualTo(Result.State.DELIVERED);
  }

  @Test
  void goneMeansGone() {
    Endpoint endpoint = endpoint(URL);
    scene.receivers = url -> Answer.failed(410, "");
    open("r1");
    scene.pump();
    scene.pass(Duration.ofDays(1));
    assertThat(find(endpoint).state().disabled()).contains("it answered 410 Gone");
    assertThat(scene.posts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 500})
  void whatAnOldAddressAnswersSaysNothingOfTheNewOne(int status) {
    Endpoint endpoint = endpoint(URL);
    scene.receivers =
        url -> {
          change(endpoint, Map.of("url", "https://new.example.com/"));
          return Answer.failed(status, "");
        };
    open("r1");
    scene.pump();
    scene.pass(Duration.ZERO);
    assertThat(scene.posts).extracting(Post::url).containsExactly(URL);
    assertThat(find(endpoint).state()).isEqualTo(Endpoint.State.WELL);
  }

  @Test
  void whatAnOldAddressTookDoesNotSayThatTheNewOneIsWell() {
    Endpoint endpoint = endpoint(URL);
    scene.receivers = url -> Answer.failed(500, "no");
    open("r1");
    scene.pump();
    scene.pass(Duration.ZERO);
    scene.receivers =
        url -> {
          change(endpoint, Map.of("url", "https://new.example.com/"));
          failing(endpoint);
          return new Answer(true, 200, "");
        };
    scene.pass(Duration.ofSeconds(6));
    assertThat(scene.posts).extracting(Post::url).containsExactly(URL, URL);
    assertThat(find(endpoint).failing()).isTrue();
  }

  @Test
  void goneDoesNotReplaceTheReasonOfItsTenant() {
    Endpoint endpoint = endpoint(URL);
    scene.receivers =
        url -> {
          change(endpoint, Map.of("enabled", false));
          return Answer.failed(410, "");
        };
    open("r1");
    scene.pump();
    scene.pass(Duration.ZERO);
    assertThat(find(endpoint).state().disabled()).contains("its tenant disabled it");
  }

  @Test
  void oneThatFailsIsWaitedForApartFromOthers() {
    Endpoint bad = endpoint("https://bad.example.com/");
    endpoint(URL);
    scene.receivers =
        url -> url.equals(URL) ? new Answer(true, 200, "") : Answer.failed(0, "too late");
    open("r1");
    scene.pump();
    scene.pass(Duration.ZERO);
    scene.posts.clear();
    join("r1", "minji");
    scene.pump();
    scene.pass(Duration.ZERO);
    assertThat(scene.posts).extracting(Post::url).containsExactly(URL);
    assertThat(result(scene.posts.getFirst().id(), bad).state()).isEqualTo(Result.State.WAITING);
  }

  @Test
  void bothSecretsSignWhileTheyOverlap() {
    Endpoint before = endpoint(URL);
    Endpoint after = scene.wiring.manage().rotate(key(before), new Fields(Map.of("overlap", 3600)));
    open("r1");
    scene.pump();
    scene.pass(Duration.ofMinutes(59));
    Post post = scene.posts.getLast();
    assertThat(post.headers().get("webhook-signature"))
        .isEqualTo(signature(post, after) + " " + signature(post, before));
    clock.advance(Duration.ofMinutes(2));
    join("r1", "minji");
    scene.pump();
    scene.pass(Duration.ofSeconds(1));
    Post later = scene.posts.getLast();
    assertThat(later.headers().get("webhook-signature")).isEqualTo(signature(later, after));
  }

  private static String signature(Post post, Endpoint endpoint) {
    String signed = post.id() + "." + post.headers().get("webhook-timestamp") + "." + post.body();
    byte[] key = SigningKeys.bytes(endpoint.keys().current());
    return "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed));
  }

  @Test
  void atMostFiveAndNoneBesides() {
    for (int i = 0; i < Endpoint.MOST; i++) {
      endpoint("https://hooks.example.com/" + i);
    }
    assertThatThrownBy(() -> endpoint(URL))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(WebhookError.TOO_MANY));
    assertThat(scene.wiring.manage().list(license)).hasSize(Endpoint.MOST);
  }

  @Test
  void logEndsAfterThirtyDays() {
    Endpoint endpoint = endpoint(URL);
    open("r1");
    scene.pump();
    scene.pass(Duration.ofDays(29));
    var log = scene.wiring.log();
    assertThat(log.list(key(endpoint), 10, Optional.empty()).items()).hasSize(1);
    scene.pass(Duration.ofDays(1));
    assertThat(log.list(key(endpoint), 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  void deliveriesOfOneAreFoundAmongThoseOfABusyOne() {
    for (int n = 0; n < 250; n++) {
      log("msg_" + (1000 + n), n % 50 == 0 ? "wh_rare" : "wh_busy");
    }
    List<String> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      DYNAMO.counter().reset();
      var page = latest("wh_rare", 2, cursor);
      assertThat(DYNAMO.counter().requests()).isLessThanOrEqualTo(3);
      page.items().forEach(it -> found.add(it.message().id()));
      assertThat(page.items().size() == 2 || page.next().isEmpty()).isTrue();
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(found).containsExactly("msg_1200", "msg_1150", "msg_1100", "msg_1050", "msg_1000");
    DYNAMO.counter().reset();
    assertThat(latest("wh_busy", 20, Optional.empty()).items()).hasSize(20);
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }

  @Test
  void lookingForDeliveriesEndsAfterAThousandAndGoesOnFromThere() {
    log("msg_1000", "wh_rare");
    for (int n = 1; n <= 1000; n++) {
      log("msg_" + (1000 + n), "wh_busy");
    }
    DYNAMO.counter().reset();
    var page = latest("wh_rare", DeliveryLog.MAX_PAGE, Optional.empty());
    assertThat(DYNAMO.counter().requests()).isEqualTo(10);
    assertThat(page.items()).isEmpty();
    assertThat(latest("wh_rare", 1, page.next()).items()).hasSize(1);
  }

  private Page<Delivery> latest(String endpoint, int limit, Optional<String> cursor) {
    return scene.wiring.log().list(new EndpointKey(license, endpoint), limit, cursor);
  }

  private void log(String id, String endpoint) {
    Result result = new Result(Result.State.DELIVERED, 1, clock.millis(), 200, "");
    Message message = new Message(id, EventType.ROOM_ENDED, license, "{}");
    scene.wiring.log().begin(message, Map.of(endpoint, result));
  }

  private Endpoint endpoint(String url) {
    Endpoint made = scene.wiring.manage().create(license, new Fields(Map.of("url", url)));
    scene.pass(Duration.ofMinutes(2));
    return made;
  }

  private void change(Endpoint endpoint, Map<String, Object> wishes) {
    scene.wiring.manage().change(key(endpoint), new Fields(wishes));
  }

  /** As when another message was not taken. */
  private void failing(Endpoint endpoint) {
    new DynamoEndpoints(DYNAMO.client(), DYNAMO.table("WebhooksTable"))
        .change(key(endpoint), it -> it.failed(clock.instant()));
  }

  private EndpointKey key(Endpoint endpoint) {
    return new EndpointKey(license, endpoint.id());
  }

  private Endpoint find(Endpoint endpoint) {
    return scene.wiring.manage().find(key(endpoint));
  }

  private Result result(String id, Endpoint endpoint) {
    var found = scene.wiring.log().find(license, new MessageId(id)).orElseThrow();
    return found.results().get(endpoint.id());
  }

  private List<String> types() {
    return scene.posts.stream().map(post -> post.body().split("\"")[3]).toList();
  }

  private void open(String roomId) {
    Room room =
        Room.opened(new RoomKey(license, roomId), clock.millis())
            .capacity(9)
            .option(Option.DESTROY, true)
            .build();
    scene.licenses.openRoom(room.life());
    scene.rooms.create(scene.licenses.isTold(license) ? room.asTold() : room);
  }

  private void join(String roomId, String user) {
    var socket = SeatConnection.socket("c-" + user, Viewer.UNKNOWN, "j");
    Seat seat = new Seat(user, socket, "name", clock.millis(), "", Seat.newcomer());
    scene.seats.join(new RoomKey(license, roomId), seat, Instant.EPOCH);
  }

  private void end(String roomId) {
    Room room = scene.rooms.findNow(new RoomKey(license, roomId)).orElseThrow();
    scene.rooms.delete(room);
    scene.licenses.closeRoom(room.life());
  }
}
