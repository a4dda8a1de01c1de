package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.Outbox;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What members send each other: signalling, chat, sharing, drawing. */
class TalkTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private World world;
  private Client a;
  private Client b;
  private Client c;

  @BeforeEach
  void setUp() {
    world = new World(DYNAMO);
    a = world.user("a");
    b = world.user("b");
    c = world.user("c");
    a.create("r1");
    for (Client member : List.of(a, b, c)) {
      member.join("r1");
    }
    List.of(a, b, c).forEach(Client::received);
  }

  /** A post that got no answer is repeated seconds later: by then it may be old. */
  @Test
  void aRepeatedPostTellsWhatIsSoByThen() {
    world.sockets.stick(b.connectionId());
    a.send("editUserInfo", "roomId", "r1", "audio", false);
    a.send("whiteboard", "roomId", "r1");
    a.send("editRoomInfo", "roomId", "r1", "title", "old");
    c.send("leaveRoom", "roomId", "r1");
    a.send("chat", "roomId", "r1", "message", "said is said");
    world.sockets.unstick(b.connectionId());
    a.send("editUserInfo", "roomId", "r1", "audio", true);
    a.send("shareStop", "roomId", "r1");
    a.send("editRoomInfo", "roomId", "r1", "title", "new");
    c.join("r1");
    b.received();

    world.fire(Outbox.RETRY);

    assertThat(b.received())
        .anySatisfy(told -> assertThat(told).containsEntry("message", "said is said"))
        .anySatisfy(told ->
            assertThat(told).containsEntry("type", "editUserInfo").containsEntry("audio", true))
        .anySatisfy(told -> assertThat(told).containsEntry("type", "shareStop"))
        .anySatisfy(told -> assertThat(told).containsEntry("title", "new"))
        .anySatisfy(told -> assertThat(told).containsEntry("type", "join"))
        .hasSize(5);
  }

  @Test
  void aRepeatedPostTellsOfPagesAndPermitsWhatIsSoByThen() {
    world.sockets.stick(b.connectionId());
    a.send("documentShare", "roomId", "r1", "img", "https://example.com/1.png");
    a.send("permit", "roomId", "r1", "target", "b", "chat", false);
    world.sockets.unstick(b.connectionId());
    world.clock.advance(Duration.ofMillis(1));
    a.send("documentShare", "roomId", "r1", "img", "https://example.com/2.png");
    a.send("permit", "roomId", "r1", "target", "b", "chat", true);
    b.received();

    world.fire(Outbox.RETRY);

    assertThat(b.received())
        .anySatisfy(told -> assertThat(told).containsEntry("img", "https://example.com/2.png"))
        .anySatisfy(told ->
            assertThat(told.get("permit"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("chat", true))
        .hasSize(2);
  }

  /** Who is out of a room hears of it only that. */
  @Test
  void whoHasLeftMeanwhileIsToldNothingOfTheRoom() {
    world.sockets.stick(b.connectionId());
    a.send("editUserInfo", "roomId", "r1", "audio", false);
    a.send("kickOut", "roomId", "r1", "target", "b");
    world.sockets.unstick(b.connectionId());

    world.fire(Outbox.RETRY);

    assertThat(b.received()).extracting(told -> told.get("type")).containsExactly("kickOut");
  }

  @Test
  void aShareEndsForEverybodyWhenItsSharerIsGone() {
    a.send("whiteboard", "roomId", "r1");
    List.of(a, b, c).forEach(Client::received);

    a.send("leaveRoom", "roomId", "r1");
    assertThat(b.received())
        .extracting(told -> told.get("type"))
        .containsExactly("shareStop", "leave");

    b.send("screen", "roomId", "r1");
    a.join("r1");
    c.received();
    b.disconnect();
    world.clock.advance(Duration.ofMinutes(1));
    world.fire("grace");
    assertThat(c.received())
        .extracting(told -> told.get("type"))
        .containsExactly("shareStop", "leave");
    assertThat(c.send("screen", "roomId", "r1").code()).isEqualTo("200");
  }

  @Test
  void aTitleIsRefusedRatherThanCut() {
    assertThat(a.create("r2", "title", "가".repeat(67)).fields())
        .containsEntry("code", "422")
        .containsEntry("message", "title must be at most 200 bytes");
    assertThat(a.create("r2", "title", "가".repeat(66)).code()).isEqualTo("200");
    assertThat(a.send("editRoomInfo", "roomId", "r1", "title", "x".repeat(201)).code())
        .isEqualTo("422");
  }

  @Test
  void aGroupIsATargetForThoseInIt() {
    Object made = a.send("createGroup", "roomId", "r1", "list", List.of("b")).get("groupId");
    List.of(a, b, c).forEach(Client::received);

    assertThat(a.send("chat", "target", made, "message", "우리끼리").code()).isEqualTo("200");
    assertThat(b.received())
        .singleElement()
        .satisfies(told -> assertThat(told).containsEntry("target", made));
    assertThat(c.received()).isEmpty();
    assertThat(b.send("inform", "roomId", "r1", "target", made, "message", 1).code())
        .isEqualTo("200");
    assertThat(a.received()).as("its creator").hasSize(1);
    assertThat(c.send("chat", "roomId", "r1", "target", made, "message", "x").code())
        .as("none of theirs")
        .isEqualTo("412");
  }

  @Test
  void relaysAnOfferAsItWasSentWithItsProvenSender() {
    Client.Answer answer =
        a.dispatch(
            Map.of(
                "eventOp", "sdp",
                "userId", "a",
                "target", "b",
                "type", "cam",
                "sdp", Map.of("type", "offer", "sdp", "v=0\r\n", "x", 1.50),
                "user", "b",
                "sender", "c"));

    assertThat(answer.fields()).as("no reqId, no answer").isEmpty();
    assertThat(b.received())
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer)
              .containsEntry("eventOp", "sdp")
              .containsEntry("type", "cam")
              .containsEntry("user", "a")
              .containsEntry("sender", "a");
          assertThat(offer.get("sdp").toString()).contains("type=offer").contains("x=1.5");
        });
    assertThat(c.received()).isEmpty();
  }

  @Test
  void relaysCandidatesOneByOneOrInOneMessage() {
    a.send("sdp", "target", "b", "sdp", "offer", "roomId", "r1");
    b.received();
    a.send("candidate", "target", "b", "candidate", "one", "cam", true, "roomId", "r1");
    Client.Answer answer =
        a.send("candidate", "target", "b", "candidate", List.of("x", "y"), "roomId", "r1");

    assertThat(answer.code()).as("it carries a reqId").isEqualTo("200");
    assertThat(b.received())
        .extracting(frame -> frame.get("candidate"))
        .containsExactly("one", List.of("x", "y"));
  }

  @Test
  void refusesRelaysThatAreNotBetweenMembers() {
    world.user("d");

    assertThat(a.send("sdp", "target", "d", "sdp", "x").code()).isEqualTo("412");
    assertThat(a.send("sdp", "target", "d", "sdp", "x", "roomId", "r1").code()).isEqualTo("412");
    assertThat(a.send("sdp", "target", "b").code()).isEqualTo("421");
    assertThat(a.send("sdp", "sdp", "x").code()).isEqualTo("421");
    assertThat(a.send("sdp", "target", "b", "sdp", "x", "userId", "c").code()).isEqualTo("413");
    assertThat(b.received()).isEmpty();
  }

  @Test
  void theMediaServersOwnSignallingIsNotServed() {
    assertThat(a.send("sdpRoom", "roomId", "r1", "sdp", "x").code()).isEqualTo("405");
    assertThat(a.send("subscribe", "roomId", "r1").code()).isEqualTo("405");
    a.send("createVideoRoom", "roomId", "v1", "destroy", true);
    a.join("v1");
    b.join("v1");
    assertThat(a.send("sdp", "roomId", "v1", "target", "b", "sdp", "x").code()).isEqualTo("405");
  }

  @Test
  void chatsWithTheRoomOrOneMember() {
    assertThat(a.send("chat", "roomId", "r1", "message", "모두").code()).isEqualTo("200");
    assertThat(a.send("chat", "target", "b", "message", "둘만").code()).isEqualTo("200");
    assertThat(a.send("chat", "message", "x").code()).as("to nobody").isEqualTo("421");
    assertThat(a.send("chat", "roomId", "r1").code()).isEqualTo("421");
    assertThat(a.send("chat", "roomId", "r1", "message", 5).code()).isEqualTo("422");

    assertThat(b.received()).extracting(f -> f.get("message")).containsExactly("모두", "둘만");
    assertThat(c.received())
        .singleElement()
        .satisfies(chat ->
            assertThat(chat)
                .containsEntry("type", "chat")
                .containsEntry("user", "a")
                .containsEntry("roomId", "r1"));
    assertThat(a.received()).isEmpty();
  }

  @Test
  void informsWithAnyValue() {
    a.send("inform", "roomId", "r1", "message", Map.of("hand", true));

    assertThat(b.received())
        .singleElement()
        .satisfies(inform ->
            assertThat(inform)
                .containsEntry("type", "inform")
                .containsEntry("message", Map.of("hand", true)));
  }

  @Test
  void whoStopsWhatNobodySharesIsAnsweredAndTellsNobody() {
    a.send("screen", "roomId", "r1");
    a.send("shareStop", "roomId", "r1");
    b.received();

    assertThat(a.send("shareStop", "roomId", "r1").code()).isEqualTo("200");
    assertThat(b.send("shareStop", "roomId", "r1").code()).isEqualTo("200");

    assertThat(a.received()).isEmpty();
    assertThat(b.received()).isEmpty();
  }

  @Test
  void sharesOneThingAtATimeAndTellsLatecomers() {
    assertThat(a.send("screen", "roomId", "r1").code()).isEqualTo("200");
    assertThat(b.received())
        .singleElement()
        .satisfies(share ->
            assertThat(share)
                .containsEntry("type", "screen")
                .containsEntry("user", "a")
                .containsEntry("sender", "a"));
    assertThat(b.send("whiteboard", "roomId", "r1").code()).isEqualTo("440");
    Client late = world.user("late");
    assertThat(late.join("r1").get("share"))
        .isEqualTo(Map.of("type", "screen", "user", "a", "img", ""));

    assertThat(b.send("shareStop", "roomId", "r1").code()).isEqualTo("413");
    assertThat(a.send("shareStop", "roomId", "r1").code()).isEqualTo("200");
    assertThat(b.send("document", "roomId", "r1").code()).isEqualTo("200");
    assertThat(a.send("shareStop", "roomId", "r1").code()).as("the host").isEqualTo("200");
  }

  @Test
  void aStopThatOvertakesItsStartStands() {
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(a.send("shareStop", "roomId", "r1").code()).isEqualTo("200");
    world.clock.advance(Duration.ofSeconds(-1));
    assertThat(a.send("screen", "roomId", "r1").code()).isEqualTo("200");

    assertThat(world.room("r1").share()).isEmpty();
    assertThat(b.received()).as("nothing was ever shared").isEmpty();
  }

  @Test
  void aDocumentsPictureIsPassedOnUpToTwentyFourKilobytes() {
    String picture = "data:image/png;base64," + "A".repeat(24_000);
    assertThat(a.send("documentShare", "roomId", "r1", "img", picture).code()).isEqualTo("200");
    assertThat(b.received()).extracting(f -> f.get("img")).containsExactly(picture);
    assertThat(world.room("r1").share().orElseThrow().img()).as("not kept").isEmpty();

    assertThat(a.send("documentShare", "roomId", "r1", "img", picture + "A".repeat(600)).code())
        .isEqualTo("445");
    assertThat(a.send("documentShare", "roomId", "r1").code()).isEqualTo("421");
    a.send("documentShare", "roomId", "r1", "img", "https://example.com/p.png");
    assertThat(world.room("r1").share().orElseThrow().img()).contains("https://example.com/p.png");
  }

  @Test
  void canvasPicturesGoFromMemberToMember() {
    a.send("reqCanvasImage", "target", "b", "roomId", "r1");
    b.send("updateImage", "target", "a", "img", "data:image/png;base64,AA");

    assertThat(b.received())
        .singleElement()
        .satisfies(ask ->
            assertThat(ask)
                .containsEntry("type", "reqCanvasImage")
                .containsEntry("sender", "a")
                .containsEntry("roomId", "r1"));
    assertThat(a.received())
        .singleElement()
        .satisfies(image ->
            assertThat(image)
                .containsEntry("type", "updateImage")
                .containsEntry("img", "data:image/png;base64,AA"));
  }

  @Test
  void drawingReachesTheOthersWithoutAnAnswer() {
    Client.Answer answer =
        a.send("drawing", "roomId", "r1", "xy", Map.of("x", 1, "y", 2), "tool", "pen");

    assertThat(answer.fields()).isEmpty();
    assertThat(b.received())
        .singleElement()
        .satisfies(
            stroke -> assertThat(stroke).containsEntry("tool", "pen").containsEntry("user", "a"));
    assertThat(a.send("drawing", "roomId", "r1").code()).isEqualTo("421");
  }

  @Test
  void editedUserInfoReachesThoseItIsFor() {
    a.send("editUserInfo", "roomId", "r1", "audio", false, "name", "new");
    a.send("editUserInfo", "roomId", "r1", "video", false, "broadcast", false);
    a.send("editUserInfo", "roomId", "r1", "video", true, "target", "c");

    assertThat(b.received())
        .singleElement()
        .satisfies(info ->
            assertThat(info)
                .containsEntry("user", "a")
                .containsEntry("name", "new")
                .containsEntry("audio", false)
                .containsEntry("video", true));
    assertThat(c.received()).hasSize(2);
  }
}
