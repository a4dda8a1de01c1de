package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.aws.dynamodb.Update.InTransaction;
import dev.moim.studies.call.Kind;
import dev.moim.studies.call.Participant;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a session that is over adds to the sums that statistics are read from. They add, which only
 * the transaction they are part of makes safe to repeat.
 */
public final class Sums {

  public static final String SESSIONS = "sessions"; // N
  public static final String PARTICIPANTS = "participants"; // of each session, added up, N
  public static final String SECONDS = "seconds"; // of the sessions, or of the user in them, N
  public static final String MUTED = "muted"; // seconds, N
  public static final String VIDEO_OFF = "videoOff"; // seconds, N
  public static final String SCREEN = "screen"; // seconds, N
  public static final String FIRST = "first"; // when the user first came, epoch milliseconds, N
  public static final String LAST = "last"; // when the user last left, epoch milliseconds, N

  /** Before a user's id: how many of the sessions they were in, N. */
  public static final String COUNT = "c:";

  /** Before a user's id: what they were called last, S. */
  public static final String NAME = "n:";

  /** Before a day of the month, {@code d:07}: how many sessions began on it, N. */
  public static final String DAY = "d:";

  private static final Map<Kind, String> SWITCHES =
      Map.of(Kind.AUDIO_MUTED, MUTED, Kind.VIDEO_OFF, VIDEO_OFF, Kind.SCREEN, SCREEN);

  private final String table;
  private final StudyCall over;
  private final Instant end;
  private final LocalDate day;

  Sums(String table, StudyCall over) {
    this.table = table;
    this.over = over;
    this.end = over.endedAt().orElseThrow();
    this.day = LocalDate.ofInstant(over.startedAt(), over.zone());
  }

  TransactWriteItem ofDay() {
    return ofAll(CallKeys.day(day)).item();
  }

  TransactWriteItem ofMonth() {
    return ofAll(CallKeys.month(day))
        .add(path(DAY + day.toString().substring("2100-01-".length())), 1)
        .item();
  }

  private InTransaction ofAll(String item) {
    Update sum = new Update(table, key(item));
    over.participants()
        .forEach((id, participant) -> sum.set(path(NAME + id), text(participant.user().name())));
    InTransaction adding =
        sum.inTransaction()
            .add(path(SESSIONS), 1)
            .add(path(PARTICIPANTS), over.participants().size())
            .add(path(SECONDS), over.seconds(end));
    over.participants().keySet().forEach(id -> adding.add(path(COUNT + id), 1));
    return adding;
  }

  TransactWriteItem of(Participant participant) {
    long joinedAt = participant.joinedAt().toEpochMilli();
    InTransaction sum =
        new Update(table, key(CallKeys.user(participant.user().id())))
            .set(path(FIRST), path(FIRST).orElse(number(joinedAt)))
            .set(path(LAST), number(participant.leftAt().orElse(end).toEpochMilli()))
            .inTransaction()
            .add(path(SESSIONS), 1)
            .add(path(SECONDS), participant.seconds(end));
    SWITCHES.forEach((kind, name) -> sum.add(path(name), participant.seconds(kind, end)));
    return sum.item();
  }

  private Map<String, AttributeValue> key(String item) {
    return CallKeys.key(over.studyId(), item);
  }
}
