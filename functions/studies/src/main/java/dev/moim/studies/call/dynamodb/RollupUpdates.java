package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.aws.dynamodb.Update.InTransaction;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.MediaState;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a session that is over adds to the rollups of its day and month, and to its users' totals.
 * They add, which only the transaction they are part of makes safe to repeat.
 */
public final class RollupUpdates {

  public static final String SESSIONS = "sessions"; // N
  public static final String PARTICIPANTS = "participants"; // of each session, added up, N
  public static final String SECONDS = "seconds"; // of the sessions, or of the user in them, N
  public static final String FIRST = "first"; // when the user first came, epoch milliseconds, N
  public static final String LAST = "last"; // when the user last left, epoch milliseconds, N

  /** Before a user's id: how many of the sessions they were in, N. */
  public static final String COUNT = "c:";

  /** Before a user's id: what they were called last, S. */
  public static final String NAME = "n:";

  /** Before a day of the month, {@code d:07}: how many sessions began on it, N. */
  public static final String DAY = "d:";

  /** Seconds of the user in each state, N. */
  public static final Map<MediaState, String> MEDIA_SECONDS =
      Map.of(
          MediaState.AUDIO_MUTED, "muted",
          MediaState.VIDEO_OFF, "videoOff",
          MediaState.SCREEN_SHARED, "screen");

  private final String table;
  private final StudyCall over;
  private final Instant end;
  private final LocalDate day;

  RollupUpdates(String table, StudyCall over) {
    this.table = table;
    this.over = over;
    this.end = over.endedAt().orElseThrow();
    this.day = LocalDate.ofInstant(over.session().startedAt(), over.session().zone());
  }

  TransactWriteItem ofDay() {
    return ofAll(CallKeys.day(day)).item();
  }

  TransactWriteItem ofMonth() {
    return ofAll(CallKeys.month(day))
        .add(path(DAY + day.toString().substring("2100-01-".length())), 1)
        .item();
  }

  private InTransaction ofAll(SortKey item) {
    Map<String, CallParticipant> participants = over.roster().byUserId();
    Update update = new Update(table, key(item));
    participants.forEach(
        (id, participant) -> update.set(path(NAME + id), text(participant.user().name())));
    InTransaction adding =
        update
            .inTransaction()
            .add(path(SESSIONS), 1)
            .add(path(PARTICIPANTS), participants.size())
            .add(path(SECONDS), over.seconds(end));
    participants.keySet().forEach(id -> adding.add(path(COUNT + id), 1));
    return adding;
  }

  TransactWriteItem of(CallParticipant participant) {
    long joinedAt = participant.joinedAt().toEpochMilli();
    InTransaction adding =
        new Update(table, key(CallKeys.user(participant.user().id())))
            .set(path(FIRST), path(FIRST).orElse(number(joinedAt)))
            .set(path(LAST), number(participant.leftAt().orElse(end).toEpochMilli()))
            .inTransaction()
            .add(path(SESSIONS), 1)
            .add(path(SECONDS), participant.seconds(end));
    MEDIA_SECONDS.forEach((state, name) -> adding.add(path(name), participant.seconds(state, end)));
    return adding.item();
  }

  private Map<String, AttributeValue> key(SortKey item) {
    return CallKeys.key(over.studyId(), item);
  }
}
