package dev.moim.calls.connection.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Registrant;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.Viewer;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistersTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("ConnectionsTable");

  /** The database drops items that have expired by its own clock. */
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private static final Rate LIMIT = new Rate(10, Duration.ofSeconds(2));

  @Test
  void floodPassesOnceInEachInstanceAndThenAsTheLimitSays() throws Exception {
    Connection flooder = opened("flooder");
    List<DynamoConnections> instances = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      instances.add(instance());
    }

    List<Callable<Optional<Duration>>> asks = new ArrayList<>();
    for (int n = 0; n < 160; n++) {
      DynamoConnections reached = instances.get(n % instances.size());
      asks.add(() -> reached.countRegister(flooder, LIMIT, NOW));
    }
    int passed = 0;
    try (var threads = Executors.newFixedThreadPool(32)) {
      for (Future<Optional<Duration>> answer : threads.invokeAll(asks)) {
        passed += answer.get().isEmpty() ? 1 : 0;
      }
    }

    assertThat(passed).isEqualTo(instances.size() + LIMIT.burst());
  }

  @Test
  void firstIsCountedByTheWriteThatRegisters() {
    DynamoConnections connections = instance();
    Connection honest = opened("honest");

    assertThat(connections.countRegister(honest, LIMIT, NOW)).isEmpty();
    assertThat(connections.findNow("honest")).contains(honest);
    connections.register(registering(honest, NOW.plus(LIMIT.interval())));
    assertThat(registersFull("honest")).isEqualTo(NOW.plus(LIMIT.interval()));
  }

  @Test
  void registeringOnceMoreTakesNoCountBack() {
    DynamoConnections connections = instance();
    connections.register(registering(opened("again"), NOW.plus(LIMIT.interval())));
    Connection again = connections.findNow("again").orElseThrow();

    assertThat(connections.countRegister(again, LIMIT, NOW)).isEmpty();
    connections.register(registering(again, NOW));

    assertThat(registersFull("again")).isEqualTo(NOW.plus(LIMIT.interval().multipliedBy(2)));
  }

  private static Instant registersFull(String id) {
    return instance().findNow(id).orElseThrow().socket().registersFull();
  }

  private static Connection opened(String id) {
    Connection opened = Connection.opened(id, new Socket(0, "j", Viewer.UNKNOWN));
    instance().open(opened);
    return opened;
  }

  private static Connection registering(Connection connection, Instant full) {
    return Connection.registered(
        connection.id(),
        connection.socket().registering(full),
        new Registrant(new Owner("license", "user"), "user", "pc"));
  }

  private static DynamoConnections instance() {
    return new DynamoConnections(
        DYNAMO.client(), DYNAMO.table("ConnectionsTable"), Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
