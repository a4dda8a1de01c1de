package dev.moim.shared.media.livekit;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaError;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.media.Webhooks;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The LiveKit server of a deployment, if it has one. */
public final class LiveKit {

  private final Optional<Supplier<LiveKitSettings>> settings;
  private final Supplier<MediaServer> server;
  private final Clock clock;

  private LiveKit(Optional<Supplier<LiveKitSettings>> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    server = new Lazy<>(() -> LiveKitMediaServer.connect(this::current, clock));
  }

  public static LiveKit of(Deployment deployment) {
    var settings = deployment.secrets().find("LIVEKIT_SECRET", LiveKitSettings::read);
    return new LiveKit(settings, deployment.clock());
  }

  /** Whether the deployment has one; whether it can be reached is another matter. */
  public boolean isDeployed() {
    return settings.isPresent();
  }

  /** Loads what using it needs; reads no secret and asks no server. */
  public void prime() {
    var _ = server.get();
  }

  /**
   * Group media on it, connected when first used. Where there is none, asking is answered with
   * {@link MediaError#MEDIA_UNAVAILABLE}, and where its secret cannot be used with {@link
   * dev.moim.shared.kernel.ServiceError#SERVICE_UNAVAILABLE}. Before it is asked nothing of
   * LiveKit's is loaded, which functions that never ask do not carry.
   */
  public Supplier<Media> media() {
    return () -> {
      String clientUrl = current().clientUrl();
      return new Media(server, new LiveKitTokens(this::current, clock), clientUrl);
    };
  }

  private LiveKitSettings current() {
    return settings
        .orElseThrow(() ->
            new DomainException(
                MediaError.MEDIA_UNAVAILABLE, "This deployment has no media server"))
        .get();
  }

  /** What it tells about its rooms; without one no webhook is genuine. */
  public Webhooks webhooks() {
    return settings
        .<Webhooks>map(there -> new LiveKitWebhooks(there, clock))
        .orElse((body, authorization) -> Optional.empty());
  }
}
