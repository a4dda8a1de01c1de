package dev.moim.shared.media.livekit;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.MediaError;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where LiveKit is and how to prove who we are.
 *
 * @param apiUrl {@code http://…} or {@code https://…}, for our own requests
 * @param clientUrl {@code ws://…} or {@code wss://…}, for browsers and apps
 * @param secret read anew each time: it may be rotated
 */
public record LiveKitSettings(
    String apiUrl, String clientUrl, String apiKey, Supplier<String> secret) {

  public LiveKitSettings {
    if (!apiUrl.startsWith("http") || !clientUrl.startsWith("ws")) {
      throw new IllegalArgumentException("LiveKit's API is HTTP, and its clients use WebSockets");
    }
  }

  /**
   * @return nothing where {@code LIVEKIT_URL} or its keys are not set: a deployment without group
   *     media
   */
  public static Optional<LiveKitSettings> from(
      Settings settings, Optional<Supplier<String>> secret) {
    return settings
        .find("LIVEKIT_URL")
        .flatMap(url ->
            settings
                .find("LIVEKIT_API_KEY")
                .flatMap(key ->
                    secret.map(value ->
                        new LiveKitSettings(
                            withScheme(url, "http"),
                            withScheme(settings.find("LIVEKIT_PUBLIC_URL").orElse(url), "ws"),
                            key,
                            value))));
  }

  /**
   * Group media on this LiveKit; asking a deployment without one is answered with {@link
   * MediaError#MEDIA_UNAVAILABLE}. Nothing is connected or loaded before it is used.
   */
  public static Supplier<Media> media(Optional<LiveKitSettings> settings, Clock clock) {
    Optional<Media> media =
        settings.map(livekit ->
            new Media(
                new Lazy<>(() -> LiveKitMediaServer.connect(livekit, clock)),
                new LiveKitTokens(livekit, clock),
                livekit.clientUrl()));
    return () ->
        media.orElseThrow(() ->
            new DomainException(
                MediaError.MEDIA_UNAVAILABLE, "This deployment has no media server"));
  }

  /** LiveKit's documents write its address with either scheme; each protocol wants its own. */
  private static String withScheme(String url, String scheme) {
    String secure = url.startsWith("https:") || url.startsWith("wss:") ? "s" : "";
    int rest = url.indexOf("://");
    String address = rest < 0 ? "://" + url : url.substring(rest);
    return scheme
        + secure
        + (address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
  }
}
