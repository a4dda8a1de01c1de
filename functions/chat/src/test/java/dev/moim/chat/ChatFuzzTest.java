package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.fuzz.FrameFuzz;
import dev.moim.testkit.fuzz.HttpFuzz;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent, the family says what was wrong with it. */
class ChatFuzzTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");
  private int sockets;

  @Test
  void nothingThatIsSentIsAnsweredWith500() {
    world.meeting(MEETING, 1, 2);
    world.person(3);
    world.client("c1", 1).say(1, MEETING, "안녕");
    HttpFuzz.of("chat")
        .knowing("roomId", "" + MEETING, "7000002", "9007199254740993")
        .knowing("userId", "1", "2", "3")
        .knowing("notificationId", "" + MEETING, "1")
        .knowing("pageSize", "1", "50", "100", "0", "101")
        .knowing("before", "4105155600000", "9999999999999-x")
        .knowing("after", "4105155600000", "0000000000000")
        .knowing("last-event-id", "0", "1", "x", "9007199254740993")
        .proving(Map.of("authorization", "Bearer " + world.token(1)))
        .proving(Map.of("authorization", "Bearer " + world.token(2)))
        .proving(Map.of("authorization", "Bearer " + world.token(3)))
        .proving(Map.of())
        .run(world::answer);
  }

  @Test
  void noFrameBringsDownASocketOrTheServer() {
    FrameFuzz.refusing("\"status\":500").run(this::scene);
  }

  private List<FrameFuzz.Socket> scene() {
    long room = MEETING + ++sockets;
    world.meeting(room, 1, 2);
    world.person(3);
    return List.of(new Talker(room, 1), new Talker(room, 2), new Talker(room, 3));
  }

  /** Somebody whose client comes back whenever it is cut. */
  private final class Talker implements FrameFuzz.Socket {

    private final long room;
    private final long userId;
    private Client client;

    private Talker(long room, long userId) {
      this.room = room;
      this.userId = userId;
      this.client = arrive();
    }

    private Client arrive() {
      return world.client("f" + ++sockets, userId);
    }

    @Override
    public List<String> frames() {
      return List.of(
          "\n",
          "CONNECT\naccept-version:1.2\nhost:x\nheart-beat:0,0\nAuthorization:Bearer "
              + world.token(userId)
              + "\n\n\0",
          client.subscription(room, "receipt:r\nack:client\n"),
          client.subscription(room, "last-message-id:4105155600000\n"),
          "SUBSCRIBE\nid:n\ndestination:/sub/notifications\n\n\0",
          client.saying(userId, room, "안녕", Map.of("clientId", "a1")),
          client.saying(userId, room, "안녕", Map.of()),
          "UNSUBSCRIBE\nid:sub-0\n\n\0",
          "ACK\nid:1\nreceipt:r\\n\n\n\0",
          "DISCONNECT\nreceipt:r\n\n\0");
    }

    @Override
    public List<String> send(String frame) {
      if (!world.sockets.isOpen(client.connectionId)) {
        client = arrive();
      }
      client.received();
      client.frame(frame);
      List<String> got = client.received();
      world.pass(Duration.ofSeconds(1));
      return got;
    }

    /** A piece of a frame may wait for its end, and takes up what follows. */
    @Override
    public boolean answers() {
      List<String> got = send("DISCONNECT\nreceipt:good\n\n\0");
      return got.stream().anyMatch(it -> it.contains("good"))
          || !world.sockets.isOpen(client.connectionId)
          || send("\0").stream().anyMatch(it -> it.startsWith("ERROR"));
    }
  }
}
