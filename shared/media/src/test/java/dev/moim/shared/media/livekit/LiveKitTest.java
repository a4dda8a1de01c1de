package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.MediaError;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LiveKitTest {

  @Test
  void isDeployedWhereItsSecretIsSet() {
    LiveKit livekit =
        of("{\"url\":\"wss://media.example.com\",\"apiKey\":\"key\",\"apiSecret\":\"secret\"}");

    assertThat(livekit.isDeployed()).isTrue();
    assertThat(livekit.media().get().clientUrl()).isEqualTo("wss://media.example.com");
  }

  @Test
  void isMissedWhenAskedForWhereItIsNotDeployed() {
    LiveKit none = of("");

    assertThat(none.isDeployed()).isFalse();
    assertThat(none.webhooks().verify(new byte[0], "Bearer x")).isEmpty();
    assertRefused(() -> none.media().get(), MediaError.MEDIA_UNAVAILABLE);
  }

  @Test
  void isUnavailableWhereItsSecretIsMalformed() {
    LiveKit livekit = of("the bare secret");

    livekit.prime(); // for the snapshot, before any secret is read
    assertRefused(() -> livekit.media().get(), ServiceError.SERVICE_UNAVAILABLE);
    assertRefused(
        () -> livekit.webhooks().verify(new byte[0], "x"), ServiceError.SERVICE_UNAVAILABLE);
  }

  private static void assertRefused(ThrowingCallable use, ErrorCode code) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static LiveKit of(String secret) {
    return LiveKit.of(Deployment.of(new Settings(Map.of("LIVEKIT_SECRET", secret))));
  }
}
