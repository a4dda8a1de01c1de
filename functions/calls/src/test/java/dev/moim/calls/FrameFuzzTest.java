package dev.moim.calls;

import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.websocket.SocketFixture;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.fuzz.FrameFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever comes over a socket, in any dialect: it is answered or dropped, and the socket lives.
 */
class FrameFuzzTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final String ROOM = "R";
  private static final List<Map<String, Object>> GOLDEN = golden();

  private World world;
  private SocketFixture gateway;

  @Test
  void noFrameBringsDownASocketOrTheServer() {
    FrameFuzz.refusing("\"code\":\"500\"").run(this::scene);
  }

  /** A room with one member of each dialect. */
  private List<FrameFuzz.Socket> scene() {
    world = new World(DYNAMO);
    gateway = new SocketFixture(world.wiring, world.clock);
    List<FrameFuzz.Socket> scene = new ArrayList<>();
    scene.add(member("ann", "ben", 0));
    scene.add(member("ben", "cat", 4));
    scene.add(member("cat", "ann", 3));
    scene.add(new Routed((Member) scene.getFirst()));
    world.clock.advance(Duration.ofSeconds(5));
    return scene;
  }

  private Member member(String userId, String peer, int engine) {
    String connectionId = "c-" + userId;
    String dialect = engine == 0 ? "j" : "r";
    world.connections.open(
        Connection.opened(connectionId, new Socket(engine, dialect, World.DESKTOP)));
    Client client = world.connect(connectionId);
    client.register(userId);
    client.create(ROOM);
    client.join(ROOM);
    return new Member(connectionId, engine, requests(userId, peer));
  }

  /** Every golden event, as this user would send it about a peer. */
  private List<String> requests(String userId, String peer) {
    return GOLDEN.stream()
        .map(event -> {
          Map<String, Object> request = new LinkedHashMap<>(event);
          request.computeIfPresent("userId", (_, _) -> userId);
          request.computeIfPresent("roomId", (_, _) -> ROOM);
          request.computeIfPresent("target", (_, _) -> peer);
          request.computeIfPresent("cpCode", (_, _) -> world.license.license().cpCode());
          request.computeIfPresent("authKey", (_, _) -> world.license.authKey());
          return Json.write(request);
        })
        .toList();
  }

  /** What timers of garbage do must not fail either. */
  private List<String> after(Runnable sent, String connectionId) {
    world.clock.advance(Duration.ofMillis(300));
    world.sockets.take(connectionId);
    sent.run();
    List<String> got = world.sockets.take(connectionId);
    world.timers.take().forEach(due -> world.wiring.timerActions().run(due.timer()));
    return got;
  }

  private final class Member implements FrameFuzz.Socket {

    private final String connectionId;
    private final int engine;
    private final List<String> requests;

    private Member(String connectionId, int engine, List<String> requests) {
      this.connectionId = connectionId;
      this.engine = engine;
      this.requests = requests;
    }

    @Override
    public List<String> frames() {
      return engine == 0
          ? requests
          : Stream.concat(
                  Stream.of("2", "3", "40", "41", "40/SignalServer,", "430[]"),
                  requests.stream().flatMap(FrameFuzzTest::events))
              .toList();
    }

    @Override
    public List<String> send(String frame) {
      return after(() -> gateway.frame(connectionId, frame), connectionId);
    }

    @Override
    public boolean answers() {
      String good = "{\"eventOp\":\"memberList\",\"reqId\":\"alive\",\"roomId\":\"R\"}";
      return !world.sockets.isOpen(connectionId)
          || send(engine == 0 ? good : events(good).findFirst().orElseThrow()).stream()
              .anyMatch(frame -> frame.contains("\"alive\""));
    }
  }

  /** The same socket, by the route of the frame's operation. */
  private final class Routed implements FrameFuzz.Socket {

    private final Member member;

    private Routed(Member member) {
      this.member = member;
    }

    @Override
    public List<String> frames() {
      return member.frames();
    }

    @Override
    public List<String> send(String frame) {
      List<String> returned = new ArrayList<>();
      List<String> posted =
          after(
              () -> gateway.operation(member.connectionId, frame).ifPresent(returned::add),
              member.connectionId);
      returned.addAll(posted);
      return returned;
    }

    @Override
    public boolean answers() {
      return member.answers();
    }
  }

  private static Stream<String> events(String request) {
    return Stream.of(
        "42[\"knowledgetalk\"," + request + "]",
        "427[\"knowledgetalk\"," + request + "]",
        "42/SignalServer,[\"knowledgetalk\"," + request + "]",
        "42[\"knowledgetalk\"," + Json.write(request) + "]");
  }

  private static List<Map<String, Object>> golden() {
    Path folder = RootTemplate.folder().resolve("events/calls");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(FrameFuzzTest::request).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // A request has no null.
  private static Optional<Map<String, Object>> request(Path file) {
    try {
      Object body = Json.readObject(Files.readString(file)).get("body");
      return body instanceof String text && text.startsWith("{")
          ? Optional.of((Map<String, Object>) (Map<String, ?>) Json.readObject(text))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
