package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.MediaError;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveKitTest {

  @Test
  void isDeployedWhereItsAddressAndKeysAreSet() {
    LiveKit livekit =
        of(
            Map.of(
                "LIVEKIT_URL", "wss://media.example.com",
                "LIVEKIT_API_KEY", "key",
                "LIVEKIT_API_SECRET", "secret"));

    assertThat(livekit.isDeployed()).isTrue();
    assertThat(livekit.media().get().clientUrl()).isEqualTo("wss://media.example.com");
  }

  @Test
  void isMissedWhenAskedForWhereItIsNotDeployed() {
    LiveKit none = of(Map.of("LIVEKIT_URL", "wss://media.example.com"));

    assertThat(none.isDeployed()).isFalse();
    assertThat(none.webhooks().verify(new byte[0], "Bearer x")).isEmpty();
    assertThatThrownBy(() -> none.media().get())
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(MediaError.MEDIA_UNAVAILABLE));
  }

  private static LiveKit of(Map<String, String> settings) {
    return LiveKit.of(Deployment.of(new Settings(settings)));
  }
}
