package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.MailboxDelivery;
import dev.moim.calls.session.LoseConnection;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.sockets.Outbox;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final String TURN_CREDENTIAL = "0atI9ao5eYTIIvxZtv5pXClJQj4=";

  private World world;

  @BeforeEach
  void setUp() {
    world =
        new World(
            DYNAMO,
            Map.of(
                "STUN_URLS", "stun:stun.example:3478",
                "TURN_SECRET", "{\"urls\":[\"turn:turn.example:3478\"],\"secret\":\"north\"}"));
  }

  @Test
  void registeringOnceMoreRenamesWhereOneSitsAlready() {
    Client ann = world.user("ann");
    ann.create("r1");
    ann.join("r1");

    assertThat(ann.register("ann", "name", "앤").code()).isEqualTo("200");
    assertThat(world.room("r1").seat("ann").orElseThrow().name()).isEqualTo("앤");

    ann.register("ann");
    assertThat(world.room("r1").seat("ann").orElseThrow().name())
        .as("no other name was said")
        .isEqualTo("앤");
    Client phone = world.connect("c-phone");
    phone.register("ann", "name", "앤의 전화", "forced", true);
    assertThat(world.room("r1").seat("ann").orElseThrow().name()).isEqualTo("앤의 전화");
  }

  @Test
  void registersAUserAndTellsItsIceServers() {
    Client.Answer answer = world.connect("c1").register("minji", "name", "민지");

    assertThat(answer.code()).isEqualTo("200");
    assertThat(answer.fields())
        .containsEntry("eventOp", "register")
        .containsEntry("reqId", "q1")
        .containsEntry("userId", "minji")
        .containsEntry("recovered", false);
    assertThat((String) answer.get("resumeToken")).hasSizeGreaterThan(20);
    assertThat(answer.get("iceServers").toString())
        .contains("stun:stun.example:3478")
        // Expiry 12 h after the fixed clock, and openssl's HMAC-SHA1 of "4102488000:minji" by
        // "north".
        .contains("username=4102488000:minji")
        .contains("credential=" + TURN_CREDENTIAL);
  }

  @Test
  void malformedTurnServersRefuseRegistrationInsteadOfLosingCalls() {
    World lacking = new World(DYNAMO, Map.of("TURN_SECRET", "north"));

    Client.Answer answer = lacking.connect("c1").register("minji");

    assertThat(answer.code()).isEqualTo("500");
    assertThat(answer.get("message")).isEqualTo("The service is not available");
  }

  @Test
  void makesUpAUserIdWhenNoneIsGiven() {
    Client.Answer answer =
        world
            .connect("c1")
            .dispatch(
                Map.of(
                    "eventOp",
                    "register",
                    "cpCode",
                    world.license.license().cpCode(),
                    "authKey",
                    world.license.authKey(),
                    "ipAddr",
                    "x"));

    assertThat((String) answer.get("userId")).matches("u\\d{7}");
    assertThat(answer.fields()).as("no reqId in, none out").doesNotContainKey("reqId");
  }

  @Test
  void tellsWhoRegistersTooOftenWhenToRetry() {
    for (int i = 0; i < 100; i++) {
      assertThat(world.connect("c" + i).register("u" + i).code()).isEqualTo("200");
    }
    Client late = world.connect("c100");
    assertThat(late.register("u100").fields())
        .containsEntry("code", "445")
        .containsEntry("retryAfter", 1);
    assertThat(late.register(world.newLicense(1), "u100").code())
        .as("another license")
        .isEqualTo("200");
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(world.connect("c101").register("u101").code()).isEqualTo("200");
  }

  @Test
  void refusesWrongCredentialsAndDisabledLicenses() {
    Client client = world.connect("c1");
    assertThat(client.register("a", "authKey", "wrong").code()).isEqualTo("401");
    assertThat(client.register("a", "cpCode", "KP-123").code()).isEqualTo("401");
    assertThat(client.register("a", "cpCode", "").code()).isEqualTo("421");
    assertThat(client.register("a", "cpCode", 5).code()).isEqualTo("422");
  }

  @Test
  void aUserIdIsHeldByOneConnectionAtATime() {
    world.user("a");
    assertThat(world.connect("c2").register("a").code()).isEqualTo("409");
    assertThat(world.connect("c3").register("a", "resumeToken", "guess").code()).isEqualTo("409");

    NewLicense other = world.newLicense(1);
    assertThat(world.connect("c4").register(other, "a").code())
        .as("another tenant's user of the same name")
        .isEqualTo("200");
  }

  @Test
  void forcedEvictsTheEarlierConnection() {
    Client first = world.user("a");
    first.create("r1");
    first.join("r1");

    Client second = world.connect("c2");
    Client.Answer answer = second.register("a", "forced", true);

    assertThat(answer.code()).isEqualTo("200");
    assertThat(answer.get("recovered")).isEqualTo(false);
    assertThat(world.sockets.isOpen(first.connectionId())).isFalse();
    assertThat(first.send("memberList", "roomId", "r1").code()).isEqualTo("410");
    assertThat(second.join("r1").get("recovered")).isEqualTo(true);
  }

  @Test
  void theResumeTokenTakesOverFromASocketThatLooksAlive() {
    Client first = world.connect("c1");
    Object token = first.register("a").get("resumeToken");

    assertThat(world.connect("c2").register("a", "resumeToken", token).code()).isEqualTo("200");
  }

  @Test
  void aSeatShowsWhereItsSocketWasOpenedFrom() {
    Viewer phone = new Viewer("Mobile Safari 17.6 on iOS 17.6.1", "");
    Client desktop = world.user("a");
    desktop.create("r1");
    desktop.join("r1");
    assertThat(viewerOf("a")).isEqualTo(World.DESKTOP);

    world.connect("c2", phone).register("a", "forced", true);
    assertThat(viewerOf("a")).as("taken over").isEqualTo(phone);

    Client other = world.connect("c3");
    other.register("b");
    other.register("c");
    other.join("r1");
    assertThat(viewerOf("c")).as("the same socket as another user").isEqualTo(World.DESKTOP);
  }

  private Viewer viewerOf(String userId) {
    return world.room("r1").seats().get(userId).viewer();
  }

  @Test
  void aLostSocketKeepsItsSeatAndItsMessagesInOrder() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    a.received();
    b.received();

    b.disconnect();
    for (int i = 0; i < 30; i++) {
      world.clock.advance(Duration.ofMillis(10));
      assertThat(a.send("chat", "roomId", "r1", "message", "m" + i).code()).isEqualTo("200");
    }
    assertThat(a.received()).as("nobody is told of a loss that may end").isEmpty();

    Client back = world.connect("c-b2");
    assertThat(back.register("b").get("recovered")).isEqualTo(true);
    world.fire(MailboxDelivery.DRAIN);

    assertThat(back.received())
        .extracting(frame -> frame.get("message"))
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> "m" + i).toList());
    assertThat(back.join("r1").get("recovered")).isEqualTo(true);
    assertThat(a.received()).as("a seamless return is no news").isEmpty();
    a.send("chat", "roomId", "r1", "message", "direct");
    assertThat(back.received()).extracting(frame -> frame.get("message")).contains("direct");
  }

  @Test
  void aSocketFoundClosedByAPostIsLostTooButNotRecovered() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    world.sockets.close("c-b"); // and $disconnect never comes

    a.send("chat", "roomId", "r1", "message", "hello");

    assertThat(world.room("r1").seats().get("b").lost()).isTrue();
    Client back = world.connect("c-b2");
    assertThat(back.register("b").get("recovered"))
        .as("earlier posts may have vanished")
        .isEqualTo(false);
    world.fire(MailboxDelivery.DRAIN);
    assertThat(back.received()).extracting(frame -> frame.get("message")).containsExactly("hello");
  }

  @Test
  void afterTheGraceTheUserHasLeft() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    a.received();
    b.disconnect();
    world.clock.advance(Duration.ofSeconds(30));
    world.fire(LoseConnection.GRACE);

    assertThat(a.received())
        .singleElement()
        .satisfies(leave ->
            assertThat(leave)
                .containsEntry("type", "leave")
                .containsEntry("user", "b")
                .containsEntry("host", "a"));
    assertThat(world.room("r1").seats()).containsOnlyKeys("a");
    assertThat(world.connect("c-b2").register("b").get("recovered")).isEqualTo(false);
  }

  @Test
  void aGraceThatEndsAfterTheReturnChangesNothing() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");
    a.disconnect();
    var set = world.timers.take();
    Client back = world.connect("c-a2");
    back.register("a");
    set.forEach(due -> world.timers.set(due.timer(), due.delay()));

    world.fire(LoseConnection.GRACE);

    assertThat(world.room("r1").seats().get("a").connectionId()).isEqualTo("c-a2");
    assertThat(back.send("memberList", "roomId", "r1").code()).isEqualTo("200");
  }

  @Test
  void aPostThatTimesOutIsTriedOnceMoreAndThenKept() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    b.received();
    world.sockets.stick("c-b");

    a.send("chat", "roomId", "r1", "message", "slow");
    world.sockets.unstick("c-b");
    world.fire(Outbox.RETRY);

    assertThat(b.received()).extracting(frame -> frame.get("message")).containsExactly("slow");
  }

  @Test
  void aSocketThatIsSlowIsNotLostAndGetsItsMessagesLater() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    b.received();
    world.sockets.stick("c-b");
    a.send("chat", "roomId", "r1", "message", "one");
    a.send("chat", "roomId", "r1", "message", "two");

    world.fire(Outbox.RETRY);
    world.fire(MailboxDelivery.DRAIN);
    assertThat(world.room("r1").seats().get("b").lost()).isFalse();
    assertThat(b.received()).isEmpty();

    world.sockets.unstick("c-b");
    world.fire(MailboxDelivery.DRAIN);
    assertThat(b.received())
        .extracting(f -> f.get("message"))
        .containsExactlyInAnyOrder("one", "two");
    assertThat(world.timers.take()).as("nothing is left to do").isEmpty();
  }

  @Test
  void onlyASocketThatIsClosedIsLost() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");
    world.timers.take();

    assertThat(world.wiring.loseConnection().found("c-a")).isFalse();
    assertThat(world.room("r1").seats().get("a").lost()).isFalse();
    assertThat(world.timers.take()).isEmpty();

    world.sockets.close("c-a");
    assertThat(world.wiring.loseConnection().found("c-a")).isTrue();
    assertThat(world.room("r1").seats().get("a").lost()).isTrue();
  }

  @Test
  void aSlowSocketThatClosesIsLost() {
    Client a = world.user("a");
    Client b = world.user("b");
    a.create("r1");
    a.join("r1");
    b.join("r1");
    world.sockets.stick("c-b");
    a.send("chat", "roomId", "r1", "message", "one");
    world.fire(Outbox.RETRY);
    assertThat(world.room("r1").seats().get("b").lost()).isFalse();

    world.sockets.close("c-b");
    world.fire(MailboxDelivery.DRAIN);
    assertThat(world.room("r1").seats().get("b").lost()).isTrue();
  }

  @Test
  void registeringAgainChangesTheNameOrTheUser() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");
    Client witness = world.user("w");
    witness.join("r1");
    a.received();

    assertThat(a.register("a", "name", "new").code()).isEqualTo("200");
    assertThat(a.send("memberList", "roomId", "r1").code()).as("still seated").isEqualTo("200");

    assertThat(a.register("z").code()).isEqualTo("200");
    assertThat(witness.received()).anySatisfy(f -> assertThat(f).containsEntry("user", "a"));
    assertThat(world.room("r1").seats()).containsOnlyKeys("w");
    assertThat(world.connect("c9").register("a").code()).as("a is free again").isEqualTo("200");
  }

  @Test
  void whoIsRefusedAnotherNameStaysInItsCall() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");
    Client b = world.user("b");
    b.join("r1");

    assertThat(a.register("b").code()).isEqualTo("409");

    assertThat(b.received()).as("nobody has left").isEmpty();
    assertThat(world.room("r1").hostId()).contains("a");
    assertThat(a.send("editRoomInfo", "roomId", "r1", "title", "ours").code()).isEqualTo("200");
    assertThat(world.connect("c-a2").register("a").code())
        .as("its name is its own")
        .isEqualTo("409");
  }

  @Test
  void whoTakesOverAnotherNameLeavesItsOwnSeatForTheOther() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");
    Client b = world.user("b");
    b.join("r1");

    assertThat(a.register("b", "forced", true).code()).isEqualTo("200");

    assertThat(world.room("r1").seats()).containsOnlyKeys("b");
    assertThat(world.room("r1").seat("b").orElseThrow().heldBy(a.connectionId())).isTrue();
    assertThat(world.sockets.isOpen(b.connectionId())).isFalse();
    assertThat(world.connect("c-a2").register("a").code()).as("a is free again").isEqualTo("200");
  }

  @Test
  void changesTheNameEverywhere() {
    Client a = world.user("a");
    a.create("r1");
    a.join("r1");

    assertThat(a.send("changeName", "name", "새 이름").code()).isEqualTo("200");
    assertThat(world.room("r1").seats().get("a").name()).isEqualTo("새 이름");
    assertThat(a.send("changeName").code()).isEqualTo("421");
  }
}
