package dev.moim.studies.call.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.groups.dynamodb.OpenCallItem;
import dev.moim.studies.User;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.call.CallSession;
import dev.moim.studies.call.Roster;
import dev.moim.studies.call.StudyCall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session as an item: the study's latest, and unchanged each one that is over. */
public final class CallItem {

  static final String SESSION_ID = OpenCallItem.SESSION_ID; // S
  static final String NUMBER = "number"; // N
  static final String ZONE = "zone"; // IANA, S
  static final String STARTER = "starter"; // id, name, avatar or "", L
  static final int STARTER_NAME = 1; // where they stand there
  static final int STARTER_AVATAR = 2;
  static final String STARTED_AT = "startedAt"; // epoch milliseconds, N
  static final String ENDED_AT = OpenCallItem.ENDED_AT; // epoch ms, N, absent while open
  static final String PARTICIPANTS = OpenCallItem.PARTICIPANTS; // of ParticipantItem, M
  static final String REV = "rev"; // N
  static final String OPEN = "open"; // "yes" while open: key of the index, S

  private CallItem() {}

  /** As the study's latest session. */
  static Map<String, AttributeValue> latest(StudyCall call, long rev) {
    Map<String, AttributeValue> item = new HashMap<>(write(call, CallKeys.CALL));
    item.put(REV, number(rev));
    if (call.isOpen()) {
      item.put(OPEN, text("yes"));
    }
    return item;
  }

  /** As one of the study's history. */
  static Map<String, AttributeValue> past(StudyCall call) {
    return write(call, CallKeys.session(call.session().number()));
  }

  private static Map<String, AttributeValue> write(StudyCall call, SortKey key) {
    CallSession session = call.session();
    Map<String, AttributeValue> item = new HashMap<>(CallKeys.key(session.studyId(), key));
    item.put(SESSION_ID, text(session.id()));
    item.put(NUMBER, number(session.number()));
    item.put(ZONE, text(session.zone().getId()));
    item.put(STARTER, starter(session.startedBy()));
    item.put(STARTED_AT, number(session.startedAt().toEpochMilli()));
    call.endedAt().ifPresent(end -> item.put(ENDED_AT, number(end.toEpochMilli())));
    Map<String, AttributeValue> participants = new HashMap<>();
    call.roster().byUserId().forEach((id, one) -> participants.put(id, ParticipantItem.write(one)));
    item.put(PARTICIPANTS, AttributeValue.fromM(participants));
    return item;
  }

  private static AttributeValue starter(User user) {
    return AttributeValue.fromL(List.of(text(user.id()), text(user.name()), avatar(user)));
  }

  static boolean isSession(Map<String, AttributeValue> item) {
    return item.containsKey(SESSION_ID);
  }

  public static StudyCall read(Map<String, AttributeValue> item) {
    Map<String, CallParticipant> participants = new HashMap<>();
    mapOf(item, PARTICIPANTS)
        .forEach((id, one) -> participants.put(id, ParticipantItem.read(id, one)));
    return new StudyCall(
        session(item),
        new Roster(participants),
        Optional.ofNullable(item.get(ENDED_AT))
            .map(end -> Instant.ofEpochMilli(Long.parseLong(end.n()))),
        numberOf(item, REV));
  }

  private static CallSession session(Map<String, AttributeValue> item) {
    List<AttributeValue> starter = Objects.requireNonNull(item.get(STARTER)).l();
    return new CallSession(
        textOf(item, CallKeys.STUDY_ID),
        numberOf(item, NUMBER),
        textOf(item, SESSION_ID),
        ZoneId.of(textOf(item, ZONE)),
        User.of(starter.get(0).s())
            .named(starter.get(STARTER_NAME).s())
            .pictured(avatar(starter.get(STARTER_AVATAR))),
        Instant.ofEpochMilli(numberOf(item, STARTED_AT)));
  }

  /** Lists have a place for it whether there is one or not. */
  public static AttributeValue avatar(User user) {
    String avatar = user.avatar();
    return text(avatar == null ? "" : avatar);
  }

  public static @Nullable String avatar(AttributeValue written) {
    return written.s().isEmpty() ? null : written.s();
  }
}
