package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.Participant;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeLiveKitTest implements MediaServerContract {

  private static final MediaRoomName NAME = MediaRoomName.of(ROOM);

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final FakeLiveKit livekit = FakeLiveKit.start(clock);
  private final LiveKitSettings settings = settings(FakeLiveKit.SECRET);
  private final MediaServer server = LiveKitMediaServer.connect(() -> settings, clock);
  private final LiveKitTokens tokens = new LiveKitTokens(() -> settings, clock);

  private LiveKitSettings settings(String secret) {
    String api = livekit.url().replace("ws:", "http:");
    return new LiveKitSettings(api, livekit.url(), FakeLiveKit.KEY, secret);
  }

  @AfterEach
  void stop() {
    livekit.close();
  }

  @Override
  public MediaServer server() {
    return server;
  }

  @Test
  void listsWhoJoined() {
    var ann = livekit.connect(tokens.mint(NAME, "ann", false));

    assertThat(server.participants(ROOM))
        .containsExactly(new Participant(ann.getSid(), clock.millis(), "ann"));
  }

  @Test
  void aRemovedParticipantsTokenIsRevokedButNotALaterOne() {
    String token = tokens.mint(NAME, "ann", false);
    livekit.connect(token);
    server.remove(ROOM, "ann");

    assertThat(server.participants(ROOM)).isEmpty();
    assertThatThrownBy(() -> livekit.connect(token)).hasMessageContaining("revoked");
    clock.advance(Duration.ofSeconds(1));
    assertThat(livekit.connect(tokens.mint(NAME, "ann", false)).getIdentity()).isEqualTo("ann");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aServerInTroubleIsUnavailable(int status) {
    livekit.faults().status("CreateRoom", status);

    assertUnavailable();
    assertThat(livekit.rooms()).isEmpty();
  }

  @Test
  void aLostAnswerIsUnavailableAndRepeatingItChangesNothing() {
    livekit.faults().loseAnswer("CreateRoom");

    assertUnavailable();
    assertThat(livekit.rooms()).hasSize(1);
    server.create(ROOM, 2, "");
    assertThat(livekit.rooms()).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    livekit.close();

    assertUnavailable();
  }

  @Test
  void wrongKeysAreADefectAndNotABadMoment() {
    LiveKitSettings wrong = settings("another secret, just as long as that");
    MediaServer stranger = LiveKitMediaServer.connect(() -> wrong, clock);

    assertThatThrownBy(() -> stranger.create(ROOM, 2, ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRotatedSecretIsUsedByTheNextRequest() {
    var current = new AtomicReference<>(settings("the secret of yesterday, just as long"));
    MediaServer connected = LiveKitMediaServer.connect(current::get, clock);
    assertThatThrownBy(connected::rooms).isInstanceOf(IllegalStateException.class);

    current.set(settings);

    assertThat(connected.rooms()).isEmpty();
  }

  @Test
  void aServerThatMovedIsAskedAtItsNewAddress() {
    try (FakeLiveKit other = FakeLiveKit.start(clock)) {
      var current = new AtomicReference<>(settings);
      MediaServer connected = LiveKitMediaServer.connect(current::get, clock);
      connected.create(ROOM, 2, "");

      String api = other.url().replace("ws:", "http:");
      current.set(new LiveKitSettings(api, other.url(), FakeLiveKit.KEY, FakeLiveKit.SECRET));
      connected.create(ROOM, 2, "");

      assertThat(other.rooms()).hasSize(1);
      assertThat(livekit.rooms()).hasSize(1);
    }
  }

  @Test
  void roomsOfOthersOnTheSameServerAreNotOurs() {
    livekit.connect(tokens.mint(new MediaRoomName(".foreign"), "ann", false));

    assertThat(livekit.rooms()).hasSize(1);
    assertThat(server.rooms()).isEmpty();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> server.create(ROOM, 2, ""))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(MediaError.MEDIA_UNAVAILABLE));
  }
}
