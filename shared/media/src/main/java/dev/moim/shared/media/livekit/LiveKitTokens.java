package dev.moim.shared.media.livekit;

import dev.moim.shared.media.MediaGrants;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaTokens;
import dev.moim.shared.wire.jwt.Hs256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * LiveKit's access tokens: HS256 with the API secret, and what the bearer may do in the claim
 * {@code video} (docs.livekit.io, "Tokens &amp; grants").
 */
public final class LiveKitTokens implements MediaTokens {

  private static final Duration REQUEST_LIFE = Duration.ofMinutes(1);

  private final Supplier<LiveKitSettings> settings;
  private final Clock clock;

  public LiveKitTokens(Supplier<LiveKitSettings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String mint(MediaRoomName room, String identity, MediaGrants grants) {
    Map<String, Object> video = new LinkedHashMap<>();
    video.put("room", room.text());
    video.put("roomJoin", true);
    video.put("canPublish", !grants.sources().isEmpty());
    video.put("canSubscribe", true);
    video.put("canPublishData", true);
    // Without a list everything may be published, also what has no source.
    if (!grants.publishEverything()) {
      video.put("canPublishSources", tracks(grants));
    }
    if (grants.roomAdmin()) {
      video.put("roomAdmin", true);
    }
    return sign(grants.life(), Map.of("sub", identity, "video", video));
  }

  /** In the order of their names; the sound of a shared screen is a track of its own. */
  private static List<String> tracks(MediaGrants grants) {
    return grants.sources().stream()
        .flatMap(source ->
            switch (source) {
              case MICROPHONE -> Stream.of("microphone");
              case CAMERA -> Stream.of("camera");
              case SCREEN -> Stream.of("screen_share", "screen_share_audio");
            })
        .sorted()
        .toList();
  }

  /** For one request of our own: may administer this room. */
  String administering(MediaRoomName room) {
    return sign(REQUEST_LIFE, Map.of("video", Map.of("roomAdmin", true, "room", room.text())));
  }

  private String sign(Duration life, Map<String, Object> more) {
    LiveKitSettings livekit = settings.get();
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", livekit.apiKey());
    claims.put("nbf", now.getEpochSecond());
    claims.put("exp", now.plus(life).getEpochSecond());
    claims.putAll(more);
    return Hs256.sign(claims, livekit.apiSecret());
  }
}
