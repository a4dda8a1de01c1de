package dev.moim.shared.media.livekit;

import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.Participant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a webhook's body. It is protobuf's JSON: fields with their default value are left out,
 * and 64-bit numbers are written as texts.
 */
record WebhookJson(Map<String, @Nullable Object> fields) {

  private static final Set<String> NOT_USERS = Set.of("EGRESS", "AGENT");

  String text(String field) {
    return fields.get(field) instanceof String text ? text : "";
  }

  long number(String field) {
    try {
      return switch (fields.get(field)) {
        case Number number -> number.longValue();
        case String text -> Long.parseLong(text);
        case null, default -> 0;
      };
    } catch (NumberFormatException unknown) {
      return 0;
    }
  }

  /** The room the event is about, if it is one of ours. */
  Optional<MediaRoom> room() {
    WebhookJson room = part("room");
    return new MediaRoomName(room.text("name"))
        .key()
        .map(key ->
            new MediaRoom(
                key,
                room.text("sid"),
                room.millis("creationTimeMs", "creationTime"),
                (int) room.number("maxParticipants")));
  }

  /** The user the event is about; recorders and agents join rooms too, but sit on no seat. */
  Optional<Participant> participant() {
    WebhookJson participant = part("participant");
    return participant.text("sid").isEmpty() || NOT_USERS.contains(participant.text("kind"))
        ? Optional.empty()
        : Optional.of(
            new Participant(
                participant.text("sid"),
                participant.millis("joinedAtMs", "joinedAt"),
                participant.text("identity")));
  }

  private long millis(String inMillis, String inSeconds) {
    long millis = number(inMillis);
    return millis > 0 ? millis : number(inSeconds) * 1_000;
  }

  @SuppressWarnings("unchecked") // Json makes maps with text keys only.
  private WebhookJson part(String field) {
    return new WebhookJson(
        fields.get(field) instanceof Map<?, ?> part
            ? (Map<String, @Nullable Object>) part
            : Map.of());
  }
}
