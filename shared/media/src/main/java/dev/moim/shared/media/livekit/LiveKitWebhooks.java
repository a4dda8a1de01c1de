package dev.moim.shared.media.livekit;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Sha256;
import dev.moim.shared.media.MediaEvent;
import dev.moim.shared.media.Webhooks;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.Participant;
import dev.moim.shared.wire.json.Json;
import dev.moim.shared.wire.jwt.Hs256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * LiveKit's webhooks (docs.livekit.io, "Webhooks"): the header {@code Authorization} is a token of
 * ours whose claim {@code sha256} is the Base64 of the body's SHA-256.
 *
 * <p>The SDK's receiver leaves out the comparison in constant time and the age, and brings
 * protobuf's JSON with Guava and Gson to read six fields.
 */
public final class LiveKitWebhooks implements Webhooks {

  /** LiveKit's tokens last 5 min, and it tries again for a while after queueing an event. */
  static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Supplier<LiveKitSettings> settings;
  private final Clock clock;

  public LiveKitWebhooks(Supplier<LiveKitSettings> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<Delivery> verify(byte[] body, String authorization) {
    LiveKitSettings livekit = settings.get();
    Instant now = clock.instant();
    return Hs256.verify(authorization, livekit.apiSecret(), now)
        .filter(claims -> livekit.apiKey().equals(claims.get("iss")) && covers(claims, body))
        .flatMap(claims -> read(new String(body, StandardCharsets.UTF_8)))
        .filter(event -> recent(event, now))
        .map(event -> new Delivery(event.text("id"), delivered(event)));
  }

  private static boolean covers(Map<String, @Nullable Object> claims, byte[] body) {
    String expected = Base64.getEncoder().encodeToString(Sha256.of(body));
    return claims.get("sha256") instanceof String claimed
        && MessageDigest.isEqual(
            claimed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean recent(WebhookJson event, Instant now) {
    Instant createdAt = Instant.ofEpochSecond(event.seconds("createdAt"));
    return !event.id("id").isEmpty()
        && Duration.between(createdAt, now).abs().compareTo(MAX_AGE) <= 0;
  }

  private static Optional<WebhookJson> read(String body) {
    try {
      return Optional.of(new WebhookJson(Json.readObject(body)));
    } catch (MalformedException notAnEvent) {
      return Optional.empty();
    }
  }

  private static MediaEvent delivered(WebhookJson event) {
    String kind = event.text("event");
    return event
        .room()
        .flatMap(room -> about(kind, room, event.participant()))
        .or(() -> elsewhere(kind, event))
        .orElseGet(() -> new MediaEvent.Other(kind));
  }

  private static Optional<MediaEvent> elsewhere(String kind, WebhookJson event) {
    return kind.equals("participant_joined")
        ? event
            .studyRoom()
            .flatMap(room -> event.participant().map(who -> new MediaEvent.Visited(room, who)))
        : Optional.empty();
  }

  private static Optional<MediaEvent> about(
      String kind, MediaRoom room, Optional<Participant> participant) {
    return switch (kind) {
      case "room_started" -> Optional.of(new MediaEvent.RoomStarted(room));
      case "room_finished" -> Optional.of(new MediaEvent.RoomFinished(room));
      case "participant_joined" -> participant.map(who -> new MediaEvent.Joined(room.key(), who));
      case "participant_left", "participant_connection_aborted" ->
          participant.map(who -> new MediaEvent.Left(room.key(), who));
      default -> Optional.empty();
    };
  }
}
