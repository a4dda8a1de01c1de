package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.studies.SocketClient.Received;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.signal.Deadlines;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sockets come, prove whose they are, get lost, return, and end. */
class SocketLifeTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final Map<String, String> EIO_4 = Map.of("EIO", "4");
  private static final Duration GRACE = Duration.ofSeconds(32);

  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
  }

  @Test
  void sendsTheEngineIoHandshakeAndThenPings() {
    SocketClient client = world.open("c1", EIO_4, Map.of());
    assertThat(client.frames()).singleElement().asString().startsWith("0{\"sid\":\"");
    world.pass(Duration.ofMinutes(5));
    assertThat(client.frames()).containsExactly("2");
    client.send("3");
    assertThat(client.frames()).isEmpty();
    world.sockets.close("c1");
    world.pass(Duration.ofMinutes(30));
    assertThat(world.timers.waiting()).as("nobody pings a closed socket").isEmpty();
  }

  @Test
  void refusesAnUnknownEngineIoVersion() {
    assertThat(world.gateway.connect("c1", Map.of("EIO", "5"), Map.of())).isEqualTo(400);
    assertThat(world.gateway.connect("c1", Map.of(), Map.of())).isEqualTo(400);
  }

  @Test
  void answersAConnectPacketWithTheSocketIdOrAConnectError() {
    assertThat(connect("{\"token\":\"" + world.token("ann") + "\"}")).startsWith("40{\"sid\":\"");
    String ticket = world.tokens.ticket(new Bearer("ann", "Ann", null));
    assertThat(connect("{\"ticket\":\"" + ticket + "\"}")).startsWith("40{\"sid\":\"");
    assertThat(connect("{\"token\":\"" + ticket + "\",\"userId\":\"ann\"}")).startsWith("40{");
    assertThat(connect("")).isEqualTo(refusal("Authentication required"));
    assertThat(connect("{\"userId\":\"ann\"}")).isEqualTo(refusal("Authentication required"));
    assertThat(connect("{\"token\":\"\"}")).isEqualTo(refusal("Authentication required"));
    assertThat(connect("{\"token\":\"forged\"}")).isEqualTo(refusal("Authentication failed"));
    assertThat(connect("{\"token\":{\"a\":1}}")).isEqualTo(refusal("Authentication failed"));
    String another = "{\"token\":\"" + world.token("ann") + "\",\"userId\":\"ben\"}";
    assertThat(connect(another)).isEqualTo(refusal("Authentication failed"));
    assertThat(connect("{\"token\":\"" + world.token(" ") + "\"}"))
        .isEqualTo(refusal("User not found"));
    world.clock.advance(Duration.ofMinutes(3));
    assertThat(connect("{\"ticket\":\"" + ticket + "\"}"))
        .as("a ticket is good for a minute")
        .isEqualTo(refusal("Authentication failed"));
  }

  @Test
  void acceptsATokenInTheQueryString() {
    Map<String, String> query = Map.of("EIO", "4", "token", world.token("ann"));
    SocketClient ann = world.open("c1", query, Map.of());
    ann.frames();
    ann.send("40");
    assertThat(ann.frames()).singleElement().asString().startsWith("40{\"sid\":\"");
    SocketClient nobody = world.open("c2", Map.of("EIO", "4", "ticket", "old"), Map.of());
    nobody.frames();
    nobody.send("40");
    assertThat(nobody.frames()).containsExactly(refusal("Authentication failed"));
  }

  @Test
  void connectsOrRefusesEngineIo3RightAfterTheHandshake() {
    Map<String, String> query = Map.of("EIO", "3", "token", world.token("ann"));
    SocketClient ann = world.open("c1", query, Map.of());
    var frames = ann.frames();
    assertThat(frames).hasSize(2).last().isEqualTo("40");
    assertThat(frames.getFirst()).as("its id is the session's").contains(ann.socketId());
    ann.send("2");
    assertThat(ann.frames()).containsExactly("3");
    SocketClient nobody = world.open("c2", Map.of("EIO", "3"), Map.of());
    assertThat(nobody.frames()).last().isEqualTo("44\"Authentication required\"");
  }

  @Test
  void refusesNamespacesOtherThanTheRoot() {
    SocketClient client = world.open("c1", EIO_4, Map.of());
    client.frames();
    client.send("40/admin,{\"token\":\"x\"}");
    assertThat(client.frames()).containsExactly("44/admin,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void aSocketInACallCannotChangeItsUser() {
    SocketClient ann = world.user("ann").join();
    ann.take();
    ann.send("40{\"token\":\"" + world.token("ben") + "\"}");
    assertThat(ann.frames()).containsExactly(refusal("Authentication failed"));
    assertThat(world.call().inside()).hasSize(1);
  }

  @Test
  void othersHearOfALostSocketAtOnceAndItsUserLeavesAfterTheGrace() {
    SocketClient ann = together();
    world.pass(Duration.ofSeconds(10));
    world.gateway.disconnect("c-ben");
    assertThat(ann.only().event()).isEqualTo("video:user-left");
    world.pass(Duration.ofSeconds(29));
    assertThat(world.call().inside()).hasSize(2);
    world.pass(Duration.ofSeconds(3));
    var ben = world.call().find("ben").orElseThrow();
    assertThat(ben.isInside()).isFalse();
    assertThat(ben.seconds(world.clock.instant())).as("until it was lost").isEqualTo(10);
    assertThat(ann.take()).as("which they have been told").isEmpty();
  }

  @Test
  void reconnectingWithinTheGraceIsNoDepartureInTheRecord() {
    SocketClient ann = together();
    world.pass(Duration.ofSeconds(10));
    world.gateway.disconnect("c-ben");
    world.pass(Duration.ofSeconds(20));
    world.connect("c-ben-2", "ben").join();
    assertThat(ann.take())
        .extracting(Received::event)
        .containsExactly("video:user-left", "video:user-joined");
    world.pass(Duration.ofMinutes(1));
    var ben = world.call().find("ben").orElseThrow();
    assertThat(ben.isInside()).isTrue();
    assertThat(ben.seconds(world.clock.instant())).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewPageStartsWithEverythingOff(boolean closed) {
    SocketClient ann = together();
    SocketClient ben = new SocketClient(world, "c-ben");
    ben.emit("video:toggle-audio", "roomId", SocketWorld.ROOM, "isMuted", true);
    ben.emit("video:screen-share-start", "roomId", SocketWorld.ROOM);
    if (closed) {
      world.gateway.disconnect("c-ben");
    }
    ann.take();
    world.pass(Duration.ofMillis(1_500));
    world.connect("c-ben-2", "ben").join();
    assertThat(ann.take())
        .extracting(Received::event)
        .filteredOn(event -> !event.equals("video:user-left"))
        .containsExactly("video:user-joined");
    assertThat(world.user("cat").join().take().getFirst().data().toString())
        .contains("이름 ben")
        .doesNotContain("=true");
  }

  @Test
  void theLossOfTheLastSocketEndsTheSessionAsOfThatMoment() {
    together();
    world.pass(Duration.ofSeconds(60));
    world.gateway.disconnect("c-ann");
    world.gateway.disconnect("c-ben");
    world.pass(GRACE);
    assertThat(world.call().isOpen()).isFalse();
    assertThat(world.call().seconds(world.clock.instant())).isEqualTo(60);
    assertThat(world.timers.waiting()).extracting(Timer::kind).containsOnly("ping");
  }

  @Test
  void aPostAnsweredWithGoneHasTheEffectOfDisconnect() {
    SocketClient ann = together();
    world.sockets.close("c-ben");
    ann.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true);
    world.pass(Duration.ZERO);
    assertThat(ann.only().event()).isEqualTo("video:user-left");
    world.pass(GRACE);
    assertThat(world.call().inside()).hasSize(1);
    world.gateway.disconnect("c-ben");
    assertThat(ann.take()).as("when it comes after all").isEmpty();
  }

  @Test
  void aPostWithoutAnAnswerIsRepeatedOnce() {
    SocketClient ann = together();
    SocketClient ben = new SocketClient(world, "c-ben");
    world.sockets.stick("c-ben");
    ann.emit("video:offer", "to", ben.socketId(), "offer", "o");
    assertThat(ann.take()).isEmpty();
    world.sockets.unstick("c-ben");
    world.pass(Duration.ofSeconds(2));
    assertThat(ben.only().event()).isEqualTo("video:offer");
  }

  @Test
  void aSocketThatIsSlowOrOpenAllTheSameIsNotLost() {
    SocketClient ann = together();
    world.sockets.stick("c-ben");
    ann.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true);
    world.pass(Duration.ofSeconds(5));
    world.timers.set(
        new Timer(Unreachable.CLOSED_TIMER, Map.of("connectionId", "c-ben")), Duration.ZERO);
    world.pass(GRACE);
    assertThat(ann.take()).isEmpty();
    assertThat(world.call().inside()).hasSize(2);
  }

  @Test
  void aSessionThatNobodyJoinsEnds() {
    world.timers.set(Deadlines.unjoined(world.call()), Duration.ofMinutes(5));
    world.pass(Duration.ofMinutes(5));
    assertThat(world.call().isOpen()).isFalse();
  }

  @Test
  void joiningByHttpAloneHoldsAPlaceForTheLease() {
    world.calls.change(
        SocketWorld.STUDY, call -> call.join(new User("ann", "Ann", null), world.clock.instant()));
    Timer lease = Deadlines.lease(new ParticipantKey(SocketWorld.STUDY, "ann"));
    world.timers.set(lease, Duration.ofMinutes(15));
    world.pass(Duration.ofMinutes(14));
    assertThat(world.call().inside()).hasSize(1);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.call().isOpen()).isFalse();
    assertThat(world.call().seconds(world.clock.instant())).isEqualTo(900);
  }

  /** Ann and ben in the call; ann's events so far are forgotten. */
  private SocketClient together() {
    SocketClient ann = world.user("ann").join();
    world.user("ben").join().take();
    ann.take();
    return ann;
  }

  /** What a fresh socket is told that connects with this {@code auth}. */
  private String connect(String auth) {
    SocketClient client = world.open("c-fresh", EIO_4, Map.of());
    client.frames();
    client.send("40" + auth);
    return client.frames().getLast();
  }

  private static String refusal(String message) {
    return "44{\"message\":\"" + message + "\"}";
  }
}
