package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.studies.SocketClient.Received;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A post that got no answer is repeated seconds later: by then what it told may be old. */
class LateNewsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;
  private SocketClient ann;
  private SocketClient ben;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
    world.start();
    ann = world.user("ann").join();
    ben = world.user("ben").join();
    List.of(ann, ben)
        .forEach(each -> {
          each.emit("presence:join-study", "studyId", SocketWorld.STUDY);
          each.take();
        });
    ann.take();
    world.pass(Duration.ofSeconds(10));
  }

  /** What ann is told later, since it got lost at first. */
  private void lost(Runnable told) {
    world.sockets.stick(ann.connectionId);
    told.run();
    world.sockets.unstick(ann.connectionId);
    world.clock.advance(Duration.ofMillis(500));
  }

  private List<Received> repeated() {
    ann.take();
    world.pass(Duration.ofSeconds(2));
    return ann.take();
  }

  private void toggle(String event, String flag, boolean on) {
    ben.emit(event, "roomId", SocketWorld.ROOM, flag, on);
  }

  private void share(String what) {
    ben.emit("video:screen-share-" + what, "roomId", SocketWorld.ROOM);
  }

  private void leave(SocketClient client) {
    client.emit("video:leave-room", "roomId", SocketWorld.ROOM);
  }

  private Map<String, @Nullable Object> of(SocketClient client, @Nullable Object... more) {
    Map<String, @Nullable Object> data =
        SocketClient.object("socketId", client.socketId(), "userId", "ben");
    data.putAll(SocketClient.object(more));
    return data;
  }

  @Test
  void switchesAreToldAsTheyAreByThen() {
    lost(() -> {
      toggle("video:toggle-audio", "isMuted", true);
      toggle("video:toggle-video", "isVideoOff", true);
      share("start");
    });
    toggle("video:toggle-audio", "isMuted", false);
    share("stop");

    Map<String, @Nullable Object> only = Map.of("socketId", ben.socketId());
    assertThat(repeated())
        .containsExactlyInAnyOrder(
            new Received("video:peer-audio-changed", of(ben, "isMuted", false)),
            new Received("video:peer-video-changed", of(ben, "isVideoOff", true)),
            new Received("video:peer-screen-share", of(ben, "isSharing", false)),
            new Received("video:screen-share-stopped", only));
  }

  @Test
  void ofWhoHasGoneOnlyThatIsTold() {
    lost(() -> {
      toggle("video:toggle-audio", "isMuted", true);
      share("start");
    });
    leave(ben);

    assertThat(repeated())
        .containsOnly(
            new Received("video:user-left", of(ben)),
            new Received("video:screen-share-stopped", Map.of("socketId", ben.socketId())));
  }

  @Test
  void whoIsBackIsToldAsTheyAre() {
    lost(() -> leave(ben));
    ben.join();
    toggle("video:toggle-audio", "isMuted", true);

    assertThat(repeated())
        .extracting(Received::event)
        .containsExactly("video:user-joined", "video:peer-audio-changed");
  }

  @Test
  void whoIsBackIsToldWithoutWhatWasOnBefore() {
    toggle("video:toggle-audio", "isMuted", true);
    lost(() -> leave(ben));
    ben.join();

    List<Received> told = repeated();
    assertThat(told.getFirst().event()).isEqualTo("video:user-joined");
    assertThat(told.subList(1, told.size()))
        .containsExactly(new Received("video:peer-audio-changed", of(ben, "isMuted", false)));
  }

  @Test
  void aNewcomerSeesWhoIsThereByThen() {
    leave(ann);
    world.pass(Duration.ofSeconds(10));
    lost(() -> ann.join());
    leave(ben);

    assertThat(repeated())
        .containsExactly(new Received("video:room-state", Map.of("participants", List.of())));
  }

  @Test
  void whoHasLeftHearsNothingOfTheCall() {
    lost(() -> toggle("video:toggle-audio", "isMuted", true));
    leave(ann);

    assertThat(repeated()).isEmpty();
  }

  @Test
  void whoIsOnlineIsToldAsItIsByThen() {
    lost(() -> ben.emit("presence:leave-study", "studyId", SocketWorld.STUDY));
    ben.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    assertThat(repeated()).extracting(Received::event).containsExactly("presence:user-online");

    lost(() -> ann.emit("presence:join-study", "studyId", SocketWorld.STUDY));
    ben.emit("presence:leave-study", "studyId", SocketWorld.STUDY);
    assertThat(repeated())
        .filteredOn(told -> told.event().equals("study:online-users"))
        .singleElement()
        .satisfies(told -> assertThat((List<?>) told.data().get("users")).hasSize(1));
  }

  @Test
  void whatIsSaidIsSaid() {
    lost(() -> {
      ben.emit("chat:video-message", "roomId", SocketWorld.ROOM, "message", "hello");
      ben.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", true);
    });
    assertThat(repeated())
        .as("who speaks says so again each second")
        .extracting(Received::event)
        .containsExactly("chat:video-message-received");

    world.pass(Duration.ofSeconds(2));
    lost(() -> ben.emit("video:speaking", "roomId", SocketWorld.ROOM, "speaking", false));
    assertThat(repeated()).extracting(Received::event).containsExactly("video:user-speaking");
  }
}
