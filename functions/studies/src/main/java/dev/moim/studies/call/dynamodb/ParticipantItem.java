package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.shared.groups.dynamodb.OpenCallItem;
import dev.moim.studies.User;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.Liveness;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.PeerSocket;
import dev.moim.studies.call.Stopwatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A participant as a list: everybody's change writes the whole session, and names of attributes
 * would be most of it. Its elements in order: id, name, avatar, joinedAt, leftAt, inside (two
 * numbers), socketId, connectionId, lostAt, until, two numbers for each {@link MediaState}, when
 * each was asked for, and when being inside was. Absent texts are empty, absent times 0.
 */
final class ParticipantItem {

  static final int NAME = 1;
  static final int AVATAR = 2;
  private static final int JOINED_AT = 3;
  private static final int LEFT_AT = 4;
  private static final int INSIDE = OpenCallItem.INSIDE_SINCE - 1;
  private static final int SOCKET = 7;
  private static final int CONNECTION = 8;
  private static final int LOST_AT = 9;
  private static final int UNTIL = 10;

  /** Where each state has its two numbers. */
  private static final Map<MediaState, Integer> MEDIA_TIMES =
      new EnumMap<>(
          Map.of(
              MediaState.AUDIO_MUTED, 11, MediaState.VIDEO_OFF, 13, MediaState.SCREEN_SHARED, 15));

  /** Where each state has the time it was last switched at. */
  private static final Map<MediaState, Integer> ASKED =
      new EnumMap<>(
          Map.of(
              MediaState.AUDIO_MUTED, 17, MediaState.VIDEO_OFF, 18, MediaState.SCREEN_SHARED, 19));

  /** Where it stands when they last asked to be inside or outside. */
  private static final int INSIDE_ASKED = 20;

  private ParticipantItem() {}

  static AttributeValue write(CallParticipant participant) {
    List<AttributeValue> list = new ArrayList<>();
    list.add(text(participant.id()));
    list.add(text(participant.user().name()));
    list.add(CallItem.avatar(participant.user()));
    list.add(number(participant.joinedAt().toEpochMilli()));
    list.add(number(participant.leftAt().map(Instant::toEpochMilli).orElse(0L)));
    add(list, participant.inside());
    Liveness liveness = participant.liveness();
    list.add(text(liveness.socket().map(PeerSocket::socketId).orElse("")));
    list.add(text(liveness.socket().map(PeerSocket::connectionId).orElse("")));
    list.add(number(liveness.lostAt()));
    list.add(number(liveness.until()));
    MEDIA_TIMES.forEach((state, _) -> add(list, participant.stopwatch(state)));
    ASKED.forEach((state, _) -> list.add(number(participant.stopwatch(state).asked())));
    list.add(number(participant.inside().asked()));
    return AttributeValue.fromL(list);
  }

  private static void add(List<AttributeValue> list, Stopwatch watch) {
    list.add(number(watch.millis()));
    list.add(number(watch.since()));
  }

  static CallParticipant read(String userId, AttributeValue value) {
    List<AttributeValue> list = value.l();
    long leftAt = millis(list, LEFT_AT);
    Map<MediaState, Stopwatch> mediaTimes = new EnumMap<>(MediaState.class);
    MEDIA_TIMES.forEach((state, index) -> {
      Stopwatch watch =
          stopwatch(list, index, millis(list, ASKED.getOrDefault(state, Integer.MAX_VALUE)));
      if (!watch.equals(Stopwatch.NEW)) {
        mediaTimes.put(state, watch);
      }
    });
    return new CallParticipant(
        list.getFirst().s(),
        User.of(userId).named(list.get(NAME).s()).pictured(CallItem.avatar(list.get(AVATAR))),
        Instant.ofEpochMilli(millis(list, JOINED_AT)),
        stopwatch(list, INSIDE, millis(list, INSIDE_ASKED)),
        leftAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(leftAt)),
        mediaTimes,
        liveness(list));
  }

  private static Liveness liveness(List<AttributeValue> list) {
    String socketId = list.get(SOCKET).s();
    return new Liveness(
        socketId.isEmpty()
            ? Optional.empty()
            : Optional.of(new PeerSocket(socketId, list.get(CONNECTION).s())),
        millis(list, LOST_AT),
        millis(list, UNTIL));
  }

  private static Stopwatch stopwatch(List<AttributeValue> list, int index, long asked) {
    return new Stopwatch(millis(list, index), millis(list, index + 1), asked);
  }

  private static long millis(List<AttributeValue> list, int index) {
    // Participants of before a place was added have none there.
    return index < list.size() ? Long.parseLong(list.get(index).n()) : 0;
  }
}
