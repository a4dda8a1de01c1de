package dev.moim.shared.media.livekit;

import dev.moim.shared.kernel.Utf8;
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

  /** The last second of the year 9999: what is later, or before 1970, is no time of LiveKit's. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** More than any id has that LiveKit or we give out, and what keys of our table have room for. */
  private static final int MAX_ID_BYTES = 128;

  String text(String field) {
    return fields.get(field) instanceof String text ? text : "";
  }

  /** An id, or "" for a text that can be none. */
  String id(String field) {
    String id = text(field);
    return Utf8.bytes(id) > MAX_ID_BYTES ? "" : id;
  }

  /** A time in seconds. */
  long seconds(String field) {
    return Math.clamp(number(field), 0, LAST_SECOND);
  }

  private long number(String field) {
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
    return new MediaRoomName(room.id("name"))
        .key()
        .filter(key -> !room.id("sid").isEmpty())
        .map(key ->
            new MediaRoom(
                key,
                room.id("sid"),
                room.millis("creationTimeMs", "creationTime"),
                Math.clamp(room.number("maxParticipants"), 0, Integer.MAX_VALUE)));
  }

  /** The room the event is about, if it is a study's. */
  Optional<MediaRoomName> studyRoom() {
    return Optional.of(new MediaRoomName(part("room").id("name")))
        .filter(name -> name.studyId().isPresent());
  }

  /** The user the event is about; recorders and agents join rooms too, but sit on no seat. */
  Optional<Participant> participant() {
    WebhookJson participant = part("participant");
    return participant.id("sid").isEmpty()
            || participant.id("identity").isEmpty()
            || NOT_USERS.contains(participant.text("kind"))
        ? Optional.empty()
        : Optional.of(
            new Participant(
                participant.id("sid"),
                participant.millis("joinedAtMs", "joinedAt"),
                participant.id("identity")));
  }

  private long millis(String inMillis, String inSeconds) {
    long millis = Math.clamp(number(inMillis), 0, LAST_SECOND * 1_000);
    return millis > 0 ? millis : seconds(inSeconds) * 1_000;
  }

  @SuppressWarnings("unchecked") // Json makes maps with text keys only.
  private WebhookJson part(String field) {
    return new WebhookJson(
        fields.get(field) instanceof Map<?, ?> part
            ? (Map<String, @Nullable Object>) part
            : Map.of());
  }
}
