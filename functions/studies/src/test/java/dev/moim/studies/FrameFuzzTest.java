package dev.moim.studies;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.fuzz.FrameFuzz;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever comes over a socket: it is answered or dropped, and the socket lives. */
class FrameFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;

  @Test
  void noFrameBringsDownASocketOrTheServer() {
    FrameFuzz.refusing("SERVER_ERROR").run(this::scene);
  }

  /** Two in a call, one who only looks on, and one whom nobody knows. */
  private List<FrameFuzz.Socket> scene() {
    world = new SocketWorld(DYNAMO);
    world.start();
    SocketClient ann = world.user("ann").join();
    SocketClient ben = world.user("ben").join();
    world.user("cat");
    Map<String, String> query = Map.of("EIO", "3", "token", world.token("cat"));
    SocketClient cat = world.open("c-cat-3", query, Map.of());
    SocketClient nobody = world.open("c-nobody", Map.of("EIO", "4"), Map.of());
    world.pass(Duration.ofMinutes(1)); // or each refusal would be tried again for a second
    return List.of(
        new Client(ann, ben), new Client(ben, ann), new Client(cat, ann), new Client(nobody, ann));
  }

  private final class Client implements FrameFuzz.Socket {

    private final SocketClient client;
    private final List<String> frames;

    private Client(SocketClient client, SocketClient peer) {
      this.client = client;
      String auth = "{\"token\":\"" + world.token(client.connectionId.substring(2)) + "\"}";
      frames =
          Stream.concat(
                  Stream.of("2", "3", "40", "41", "40" + auth, "40{\"userId\":\"ann\"}", "430[]"),
                  SocketAuthorisationTest.DATA.entrySet().stream()
                      .flatMap(event ->
                          events(event.getKey(), event.getValue().formatted(peer.socketId()))))
              .toList();
    }

    @Override
    public List<String> frames() {
      return frames;
    }

    @Override
    public List<String> send(String frame) {
      client.frames();
      client.send(frame);
      List<String> got = client.frames();
      world.pass(Duration.ofMillis(300));
      return got;
    }

    @Override
    public boolean answers() {
      return send("429[\"presence:join-study\",{\"studyId\":\"s1\"}]").stream()
          .anyMatch(frame -> frame.startsWith("439["));
    }
  }

  private static Stream<String> events(String name, String data) {
    return Stream.of(
        "42[\"%s\",%s]".formatted(name, data),
        "421[\"%s\",%s]".formatted(name, data),
        "42/,12[\"%s\",%s]".formatted(name, data));
  }
}
