package dev.moim.shared.media.livekit;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.Webhooks;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The LiveKit server of a deployment, if it has one. */
public final class LiveKit {

  private final Optional<LiveKitSettings> settings;
  private final Clock clock;

  private LiveKit(Optional<LiveKitSettings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public static LiveKit of(Deployment deployment) {
    var secret = deployment.secrets().find("LIVEKIT_API_SECRET");
    return new LiveKit(LiveKitSettings.from(deployment.settings(), secret), deployment.clock());
  }

  /** Whether the deployment has one; whether it can be reached is another matter. */
  public boolean isDeployed() {
    return settings.isPresent();
  }

  /**
   * Group media on it, connected when first used. Where there is none, asking is answered with
   * {@link MediaError#MEDIA_UNAVAILABLE}.
   */
  public Supplier<Media> media() {
    return LiveKitSettings.media(settings, clock);
  }

  /** What it tells about its rooms; without one no webhook is genuine. */
  public Webhooks webhooks() {
    return settings
        .<Webhooks>map(there -> new LiveKitWebhooks(there, clock))
        .orElse((body, authorization) -> Optional.empty());
  }
}
