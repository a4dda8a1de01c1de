package dev.moim.calls;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.dynamodb.DynamoConnections;
import dev.moim.calls.websocket.JsonFrames;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Pause;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.media.Media;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.sockets.Dialect;
import dev.moim.shared.sockets.Sender;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.memory.MemoryDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The family on real tables, with sockets and timers in the test's hand. */
public final class World {

  public static final String[] TABLES = {
    "LicensesTable", "RoomsTable", "ConnectionsTable", "MailboxTable"
  };

  /** As long as such texts are for most people: they are stored with every seat. */
  public static final Viewer DESKTOP =
      new Viewer("Chrome 87.0.4280.88 on OS X 11.1.0 64-bit", "Yangcheon-gu, South Korea");

  /** In the future of any real clock: DynamoDB Local deletes what has expired by the real one. */
  public final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");

  public final RecordingSockets sockets = new RecordingSockets();
  public final RecordingTimers timers = new RecordingTimers();
  public final RecordingMediaServer mediaServer = new RecordingMediaServer();
  public final CallsWiring wiring;
  public final JsonFrames frames;
  public final DynamoRooms rooms;
  public final DynamoLicenses licenses;
  public final DynamoConnections connections;
  public final NewLicense license;
  private final Consumer<Timer> fire;
  private final AtomicLong received = new AtomicLong();
  private volatile Consumer<Duration> pause = duration -> {};
  private final DynamoDbClient dynamo;
  private final UnaryOperator<String> table;
  private final Map<String, String> more;

  public World(DynamoDbExtension dynamo) {
    this(dynamo, Map.of());
  }

  public World(DynamoDbExtension dynamo, Map<String, String> more) {
    this(dynamo.client(), dynamo::table, more);
  }

  /** On a database in memory, which holds up or fails what it likes. */
  public World(Consumer<String> beforeRequest) {
    this(
        new MemoryDynamo(
            Map.of(
                "LicensesTable", List.of("licenseId"),
                "RoomsTable", List.of("roomId", "licenseId"),
                "ConnectionsTable", List.of("id"),
                "MailboxTable", List.of("owner", "seq")),
            beforeRequest),
        UnaryOperator.identity(),
        Map.of());
  }

  private World(DynamoDbClient dynamo, UnaryOperator<String> table, Map<String, String> more) {
    this.dynamo = dynamo;
    this.table = table;
    this.more = more;
    Map<String, String> settings = new HashMap<>(more);
    settings.put("LICENSES_TABLE", table.apply("LicensesTable"));
    settings.put("ROOMS_TABLE", table.apply("RoomsTable"));
    settings.put("CONNECTIONS_TABLE", table.apply("ConnectionsTable"));
    settings.put("MAILBOX_TABLE", table.apply("MailboxTable"));
    settings.putIfAbsent("HANDSHAKES_TABLE", "handshakes");
    wiring =
        new CallsWiring(
            Deployment.of(new Settings(settings))
                .with(clock)
                .with(dynamo)
                .with(sockets)
                .with(timers)
                .withPause(duration -> pause.accept(duration)),
            () ->
                new Media(
                    () -> mediaServer,
                    (room, user, admin) -> room.text() + "/" + user,
                    "ws://sfu"));
    frames = new JsonFrames(wiring.dispatcher());
    fire = wiring.timerActions()::run;
    rooms = new DynamoRooms(dynamo, table.apply("RoomsTable"), clock);
    licenses = new DynamoLicenses(dynamo, table.apply("LicensesTable"), RateLimits.DEFAULTS, clock);
    connections = new DynamoConnections(dynamo, table.apply("ConnectionsTable"), clock);
    license = newLicense(10);
  }

  /** Lets requests that are tried again really wait. */
  public void waitForReal() {
    pause = Pause::sleep;
  }

  /** What a request does that is tried again, instead of waiting. */
  public void pauseWith(Consumer<Duration> waiting) {
    pause = waiting;
  }

  /** The same world as a function instance sees it that has just started. */
  public World anotherInstance() {
    return new World(dynamo, table, more);
  }

  public NewLicense newLicense(int roomLimit) {
    NewLicense issued = NewLicense.issue("trial", roomLimit, clock);
    licenses.create(issued.license());
    return issued;
  }

  /** A fresh socket that has not registered; one that is open already is the same socket. */
  public Client connect(String connectionId) {
    return connect(connectionId, DESKTOP);
  }

  public Client connect(String connectionId, Viewer viewer) {
    if (connections.findNow(connectionId).isEmpty()) {
      connections.open(Connection.opened(connectionId, new Socket(0, "j", viewer)));
    }
    return new Client(this, connectionId);
  }

  /** A socket that has been open for an hour and sends something now, after all others did. */
  public Sender sender(String connectionId) {
    Instant receivedAt = clock.instant().plusMillis(received.incrementAndGet());
    return new Sender(connectionId, new Dialect("j"), receivedAt, Duration.ofHours(1));
  }

  /** A registered user on a socket of its own. */
  public Client user(String userId) {
    Client client = connect("c-" + userId);
    client.register(userId);
    return client;
  }

  public Room room(String roomId) {
    return findRoom(roomId).orElseThrow();
  }

  public Optional<Room> findRoom(String roomId) {
    return rooms.findNow(license.license().room(roomId));
  }

  public License licenseNow() {
    return licenses.find(license.license().id()).orElseThrow();
  }

  /** Fires every timer of these kinds that was set, and keeps no other. */
  public void fire(String... kinds) {
    List<Timer> due =
        timers.take().stream()
            .map(RecordingTimers.Due::timer)
            .filter(timer -> List.of(kinds).contains(timer.kind()))
            .toList();
    due.forEach(fire);
  }
}
