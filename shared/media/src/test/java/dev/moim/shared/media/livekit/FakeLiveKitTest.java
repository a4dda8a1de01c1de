package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.Participant;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final MediaServer server = LiveKitMediaServer.connect(settings, clock);
  private final LiveKitTokens tokens = new LiveKitTokens(settings, clock);

  private LiveKitSettings settings(String secret) {
    String api = livekit.url().replace("ws:", "http:");
    return new LiveKitSettings(api, livekit.url(), FakeLiveKit.KEY, () -> secret);
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
    MediaServer stranger =
        LiveKitMediaServer.connect(settings("another secret, just as long as that"), clock);

    assertThatThrownBy(() -> stranger.create(ROOM, 2, ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRotatedSecretIsUsedByTheNextRequest() {
    var secret = new AtomicReference<>("the secret of yesterday, just as long");
    LiveKitSettings rotating =
        new LiveKitSettings(settings.apiUrl(), livekit.url(), FakeLiveKit.KEY, secret::get);
    MediaServer connected = LiveKitMediaServer.connect(rotating, clock);
    assertThatThrownBy(connected::rooms).isInstanceOf(IllegalStateException.class);

    secret.set(FakeLiveKit.SECRET);

    assertThat(connected.rooms()).isEmpty();
  }

  @Test
  void roomsOfOthersOnTheSameServerAreNotOurs() {
    livekit.connect(tokens.mint(new MediaRoomName(".foreign"), "ann", false));

    assertThat(livekit.rooms()).hasSize(1);
    assertThat(server.rooms()).isEmpty();
  }

  @Test
  void settingsTakeEitherSchemeAndNeedAllThree() {
    var values =
        new HashMap<>(Map.of("LIVEKIT_URL", "wss://x.livekit.cloud/", "LIVEKIT_API_KEY", "k"));
    var given = LiveKitSettings.from(new Settings(values), Optional.of(() -> "s")).orElseThrow();
    assertThat(given.apiUrl()).isEqualTo("https://x.livekit.cloud");
    assertThat(given.clientUrl()).isEqualTo("wss://x.livekit.cloud");
    assertThat(LiveKitSettings.from(new Settings(values), Optional.empty())).isEmpty();

    values.put("LIVEKIT_PUBLIC_URL", "https://media.example.org");
    values.put("LIVEKIT_URL", "http://10.0.0.1:7880");
    given = LiveKitSettings.from(new Settings(values), Optional.of(() -> "s")).orElseThrow();
    assertThat(given.apiUrl()).isEqualTo("http://10.0.0.1:7880");
    assertThat(given.clientUrl()).isEqualTo("wss://media.example.org");
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> server.create(ROOM, 2, ""))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(MediaError.MEDIA_UNAVAILABLE));
  }
}
