package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.SeatHolder;
import dev.moim.shared.rooms.Seats.Joined;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever happens after a webhook was made is told, in rooms that are open already as well. */
class OpenRoomsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.streamingTables("LicensesTable", "RoomsTable", "WebhooksTable");

  private static final int MANY = 40;

  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");
  private HookScene scene;
  private String license;

  @BeforeEach
  void setUp() {
    scene = new HookScene(DYNAMO, clock);
    license = scene.tenant(License.MAX_ROOMS, clock).license().id();
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  @Test
  void whoComesRightAfterTheAnswerIsTold() {
    open("r1");
    endpoint();
    scene.queue.forget(); // without the messages that would have the rest done

    join("r1", "minji");

    assertThat(told()).containsExactly("r1 minji");
  }

  @Test
  void aRoomThatWasCountedBeforeAndIsMadeAfterwardsIsWaitedFor() {
    Room room = counted("r1");
    assertThat(scene.licenses.isTold(license)).isFalse();
    scene.meanwhile = () -> scene.rooms.create(room);

    endpoint();
    scene.queue.forget();
    join("r1", "minji");

    assertThat(told()).containsExactly("r1 minji");
  }

  @Test
  void aRoomThatIsCountedAndNeverMadeIsNotWaitedForForLong() {
    counted("r1");
    List<Boolean> waits = new ArrayList<>();
    scene.meanwhile = () -> waits.add(true);

    assertThat(endpoint().enabled()).isTrue();

    assertThat(waits).hasSize(5);
  }

  @Test
  void asManyRoomsAsALicenseMayHaveCostABatchForAHundredAndAWriteForEach() {
    for (int n = 0; n < License.MAX_ROOMS; n++) {
      open("r" + n);
    }
    DYNAMO.counter().reset();
    endpoint();

    assertThat(DYNAMO.counter().requests())
        .as("license, endpoints, license, index, rooms, marks")
        .isLessThanOrEqualTo(2 + 1 + 1 + 3 + License.MAX_ROOMS + 1);
    DYNAMO.counter().reset();
    endpoint();
    assertThat(DYNAMO.counter().byOperation())
        .as("no mark once more, only the license and the endpoint")
        .containsEntry("UpdateItem", 2);
    scene.queue.forget();
    join("r299", "minji");
    join("r0", "minji");
    assertThat(told()).contains("r299 minji", "r0 minji");
  }

  /** At each of its requests: what is left to do asking again does, and so does the queue. */
  @Test
  void aFunctionThatDiesHalfwayIsFinishedByTheNextOneOrByTheQueue() {
    for (int death = 1; death <= 9; death++) {
      String first = "a" + death;
      String second = "b" + death;
      open(first);
      open(second);
      DYNAMO.faults().die(death);
      try {
        endpoint();
      } catch (RuntimeException died) {
        assertThat(died).hasStackTraceContaining("died");
      }
      DYNAMO.faults().reset();
      boolean queued = !scene.queue.waiting().isEmpty();
      if (queued && death % 2 == 0) {
        scene.pass(Duration.ofSeconds(1));
      } else {
        endpoint();
      }
      scene.queue.forget();
      join(first, "minji");
      join(second, "minji");
      assertThat(told()).as("death %s", death).contains(first + " minji", second + " minji");
      scene.wiring.manage().list(license).forEach(this::delete);
      scene.pass(Duration.ofMinutes(2));
      assertThat(scene.wiring.manage().list(license)).isEmpty();
    }
  }

  @Test
  void anAddressThatIsRefusedMarksNothing() {
    open("r1");
    assertThatThrownBy(() ->
            scene.wiring.manage().create(license, new Fields(Map.of("url", "http://10.0.0.1/"))))
        .isInstanceOf(RuntimeException.class);

    join("r1", "minji");

    assertThat(told()).isEmpty();
  }

  /** While some make rooms and others come and go: what begins after the answer is told. */
  @RepeatedTest(3)
  void nothingIsMissedWhileOthersComeAndGo() throws Exception {
    for (int n = 0; n < MANY; n++) {
      open("r" + n);
    }
    AtomicBoolean answered = new AtomicBoolean();
    Set<String> promised = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> lives = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        String user = "u" + t;
        lives.add(threads.submit(() -> live(user, answered, promised)));
      }
      endpoint();
      answered.set(true);
      for (Future<?> life : lives) {
        life.get();
      }
    }
    scene.queue.forget();

    assertThat(told()).containsAll(promised);
  }

  private void live(String user, AtomicBoolean answered, Set<String> promised) {
    DynamoLicenses licenses = scene.anotherInstance();
    for (int i = 0; promised.size() < 60 && i < 10_000; i++) {
      String room = i % 3 == 0 && i < 180 ? user + "-" + i : "r" + i % MANY;
      if (room.startsWith(user)) {
        open(licenses, room);
      }
      String name = user + "-" + i;
      boolean after = answered.get();
      join(room, name);
      if (after) {
        promised.add(room + " " + name);
      }
      RoomKey key = new RoomKey(license, room);
      scene
          .rooms
          .findNow(key)
          .ifPresent(found -> scene.seats.leave(found, new SeatHolder(name, "c-" + name)));
    }
  }

  /** Who joined which room, as messages on their way say. */
  private Set<String> told() {
    scene.pump();
    return scene.queue.waiting().stream()
        .filter(timer -> timer.kind().equals("event"))
        .map(timer -> Json.readObject(timer.get("body")))
        .filter(body -> "participant.joined".equals(body.get("type")))
        .map(body -> (Map<?, ?>) body.get("data"))
        .map(data -> of(data, "room", "id") + " " + of(data, "participant", "userId"))
        .collect(Collectors.toSet());
  }

  private static Object of(Map<?, ?> data, String what, String field) {
    return ((Map<?, ?>) data.get(what)).get(field);
  }

  private Endpoint endpoint() {
    Map<String, Object> request = Map.of("url", "https://hooks.example.com/moim");
    return scene.wiring.manage().create(license, new Fields(request));
  }

  private void delete(Endpoint endpoint) {
    scene.wiring.manage().delete(new EndpointKey(license, endpoint.id()));
  }

  /** As a function does that has got as far as counting it. */
  private Room counted(String roomId) {
    Room room = Room.opened(new RoomKey(license, roomId), clock.millis()).capacity(9).build();
    scene.licenses.openRoom(room.life());
    return room;
  }

  private void open(String roomId) {
    open(scene.licenses, roomId);
  }

  private void open(DynamoLicenses licenses, String roomId) {
    Room room = Room.opened(new RoomKey(license, roomId), clock.millis()).capacity(9).build();
    licenses.openRoom(room.life());
    boolean unlisted = licenses.isCrowded(license);
    Room made = unlisted ? room.asUnlisted() : room;
    assertThat(scene.rooms.create(licenses.isTold(license) ? made.asTold() : made)).isTrue();
    if (unlisted) {
      licenses.unlist(room.life());
    }
  }

  private void join(String roomId, String user) {
    var socket = SeatConnection.socket("c-" + user, Viewer.UNKNOWN, "j");
    Seat seat = new Seat(user, socket, "name", clock.millis(), "", Seat.newcomer());
    assertThat(scene.seats.join(new RoomKey(license, roomId), seat, Instant.EPOCH))
        .isInstanceOf(Joined.New.class);
  }
}
