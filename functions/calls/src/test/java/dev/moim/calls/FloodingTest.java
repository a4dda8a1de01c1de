package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who sends as fast as possible costs little and slows nobody. */
class FloodingTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client flooder;
  private Client friend;

  @BeforeEach
  void setUp() {
    world =
        new World(DYNAMO, Map.of("RATE_LIMITS", "chat=5/60,drawing=10/60,room=10/60,signal=20/60"));
    flooder = world.user("a");
    friend = world.user("b");
    flooder.create("r1");
    flooder.join("r1");
    friend.join("r1");
    flooder.received();
    friend.received();
  }

  @Test
  void onceLimitedAFloodOfChatsCostsNothingAndReachesNobody() {
    assertThat(chats(5)).extracting(Client.Answer::code).containsOnly("200");
    friend.received();
    DYNAMO.counter().reset();
    world.sockets.takePosts();

    assertThat(chats(200))
        .allSatisfy(answer ->
            assertThat(answer.fields())
                .containsEntry("code", "445")
                .containsEntry("retryAfter", 1)
                .containsEntry("reqId", "q1"));
    assertThat(DYNAMO.counter().requests()).isZero();
    assertThat(world.sockets.takePosts()).isZero();

    assertThat(friend.send("chat", "roomId", "r1", "message", "여기").code()).isEqualTo("200");
    assertThat(flooder.received()).hasSize(1);
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(chats(2)).extracting(Client.Answer::code).containsExactly("200", "445");
  }

  @Test
  void informsComeOutOfTheSameBucket() {
    chats(3);

    assertThat(IntStream.range(0, 4).mapToObj(i -> inform()))
        .extracting(Client.Answer::code)
        .containsExactly("200", "200", "445", "445");
  }

  /** All that changes a room is told to everybody in it. */
  @Test
  void aSocketThatNeverStopsChangingItsRoomPaysForItself() {
    DYNAMO.counter().reset();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      codes.add(flooder.send("editUserInfo", "roomId", "r1", "video", i % 2 == 0).code());
    }

    assertThat(codes).filteredOn("200"::equals).hasSize(8);
    assertThat(codes.getLast()).isEqualTo("445");
    assertThat(friend.received()).hasSize(8);
    DYNAMO.counter().reset();
    assertThat(flooder.send("screen", "roomId", "r1").code()).isEqualTo("445");
    assertThat(flooder.send("memberList", "roomId", "r1").code()).isEqualTo("445");
    assertThat(DYNAMO.counter().requests()).isZero();
    assertThat(friend.send("screen", "roomId", "r1").code()).isEqualTo("200");
  }

  @Test
  void changesOfASeatAreCountedWhicheverInstanceMakesThem() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      World another = world.anotherInstance();
      for (int j = 0; j < 4; j++) {
        codes.add(
            flooder.through(another).send("editUserInfo", "roomId", "r1", "audio", j > 1).code());
      }
    }

    assertThat(codes).filteredOn("200"::equals).hasSize(10);
    assertThat(codes).filteredOn("445"::equals).hasSize(22);
  }

  /** Whatever writes counts there, all of it together. */
  @Test
  void changesOfARoomAreCountedWhicheverInstanceMakesThem() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      codes.add(sent(flooder.through(instanceAfter(i)), i));
    }

    assertThat(codes).filteredOn("200"::equals).hasSize(10);
    assertThat(codes).filteredOn("445"::equals).hasSize(26);
    assertThat(friend.send("editUserInfo", "roomId", "r1", "audio", false).code()).isEqualTo("200");
    world.clock.advance(Duration.ofSeconds(2));
    assertThat(flooder.send("screen", "roomId", "r1").code()).as("later").isEqualTo("200");
  }

  /** One that has served nobody yet, and gets a frame a moment after the one before. */
  private World instanceAfter(int frames) {
    World instance = world.anotherInstance();
    instance.clock.advance(Duration.ofMillis(100 + 2 * frames));
    return instance;
  }

  private static String sent(Client through, int i) {
    Client.Answer answer =
        switch (i % 6) {
          case 0 -> through.send("screen", "roomId", "r1");
          case 1 -> through.send("shareStop", "roomId", "r1");
          case 2 -> through.send("documentShare", "roomId", "r1", "img", "data:,x");
          case 3 -> through.send("editRoomInfo", "roomId", "r1", "title", "t" + i);
          case 4 -> through.send("permit", "roomId", "r1", "target", "b", "chat", i % 4 == 0);
          default -> through.send("createGroup", "roomId", "r1", "list", List.of("b"));
        };
    return answer.code();
  }

  @Test
  void joinsAreCountedWhicheverInstanceServesThem() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Client through = flooder.through(instanceAfter(i));
      codes.add(through.send(i % 2 == 0 ? "leaveRoom" : "joinRoom", "roomId", "r1").code());
    }

    assertThat(codes).filteredOn("445"::equals).as("joins too many").hasSize(11);
    world.clock.advance(Duration.ofSeconds(2));
    assertThat(flooder.send("joinRoom", "roomId", "r1").code()).as("later").isEqualTo("200");
  }

  @Test
  void aSocketThatNeverStopsRegisteringLeavesItsLicenseToOthers() {
    Client looping = world.connect("c-loop");
    for (int i = 0; i < 100; i++) {
      looping.register("loop");
    }

    assertThat(looping.register("loop").code()).isEqualTo("445");
    for (int i = 0; i < 50; i++) {
      assertThat(world.connect("c-honest" + i).register("honest" + i).code()).isEqualTo("200");
    }
  }

  @Test
  void registersAreCountedWhicheverInstanceServesThem() {
    Client looping = world.connect("c-loop");
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      codes.add(looping.through(instanceAfter(i)).register("loop").code());
    }

    assertThat(codes).filteredOn("200"::equals).hasSize(10);
    assertThat(codes).filteredOn("445"::equals).hasSize(30);
    world.clock.advance(Duration.ofSeconds(4));
    assertThat(looping.register("loop").code()).as("later").isEqualTo("200");
  }

  @Test
  void aFloodOfCandidatesReachesNobody() {
    for (int i = 0; i < 30; i++) {
      world.frames.answer(
          world.sender(flooder.connectionId()),
          "{\"eventOp\":\"candidate\",\"userId\":\"a\",\"roomId\":\"r1\",\"target\":\"b\"}");
    }

    DYNAMO.counter().reset();
    assertThat(flooder.send("sdp", "roomId", "r1", "target", "b", "sdp", Map.of()).fields())
        .as("dropped: its sender heard so a moment ago")
        .isEmpty();
    assertThat(DYNAMO.counter().requests()).isZero();
  }

  @Test
  void aFloodOfStrokesIsToldSoOnceASecond() {
    strokes(10);
    assertThat(friend.received()).hasSize(10);
    DYNAMO.counter().reset();

    assertThat(strokes(100)).singleElement().satisfies(this::isTooSoon);
    assertThat(DYNAMO.counter().requests()).isZero();
    assertThat(friend.received()).isEmpty();

    world.clock.advance(Duration.ofSeconds(1));
    assertThat(strokes(100)).singleElement().satisfies(this::isTooSoon);
    assertThat(friend.received()).as("the bucket had one token again").hasSize(1);
    assertThat(chats(1)).extracting(Client.Answer::code).containsExactly("200");
  }

  private void isTooSoon(Client.Answer answer) {
    assertThat(answer.fields()).containsEntry("code", "445").containsEntry("retryAfter", 1);
  }

  private List<Client.Answer> chats(int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> flooder.send("chat", "roomId", "r1", "message", "me!"))
        .toList();
  }

  private Client.Answer inform() {
    return flooder.send("inform", "roomId", "r1", "message", 1);
  }

  /** Draws, and returns what answers there were. */
  private List<Client.Answer> strokes(int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> flooder.send("drawing", "roomId", "r1", "xy", Map.of("x", i)))
        .filter(answer -> !answer.fields().isEmpty())
        .toList();
  }
}
