package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A license opens exactly as many rooms as it may. */
class RoomLimitTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  /** {@code -Dmoim.rounds=200} plays as many as a change deserves. */
  private static final int ROUNDS = Integer.getInteger("moim.rounds", 60);

  private World world;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
  }

  @Tag("slow")
  @Test
  void twentyAtOnceOpenTenRoomsEachTime() throws Exception {
    List<Client> users = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      users.add(world.user("u" + i));
    }
    try (var executor = Executors.newFixedThreadPool(users.size())) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Callable<String>> creations = new ArrayList<>();
        for (Client user : users) {
          creations.add(() -> user.create("room-of-" + user.connectionId()).code());
        }
        List<String> codes = new ArrayList<>();
        for (var created : executor.invokeAll(creations)) {
          codes.add(created.get());
        }
        assertThat(counted(codes)).as("round %s", round).isEqualTo(Map.of("200", 10L, "403", 10L));
        assertThat(openRooms()).as("round %s", round).isEqualTo(10);
        closeAll();
        world.clock.advance(Duration.ofSeconds(10));
      }
    }
  }

  private static Map<String, Long> counted(List<String> codes) {
    return codes.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private int openRooms() {
    var license = world.licenseNow();
    assertThat(license.rooms()).hasSize(10);
    return world.rooms.findAll(keys(license)).size();
  }

  private void closeAll() {
    var license = world.licenseNow();
    world.rooms.findAll(keys(license)).forEach(world.rooms::delete);
    license.listedRooms().forEach(world.licenses::closeRoom);
  }

  private static List<RoomKey> keys(License license) {
    return license.listedRooms().stream().map(RoomLife::key).toList();
  }
}
