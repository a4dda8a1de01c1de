package dev.moim.studies.signal;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.studies.call.StudyCall;
import java.util.Optional;

/** Fields that several events have. */
final class EventFields {

  /** Room ids are derived from study ids; both are keys. */
  private static final int ID_LENGTH = 128;

  private static final String BEFORE_ID = "study-";
  private static final String AFTER_ID = "-main";

  private EventFields() {}

  static String studyId(Fields data) {
    return data.text("studyId", ID_LENGTH);
  }

  static String roomId(Fields data) {
    return data.text("roomId", ID_LENGTH);
  }

  /** The study whose room an event names; empty if it names none. */
  static Optional<String> studyOfAnyRoom(Fields data) {
    String roomId = roomId(data);
    return roomId.startsWith(BEFORE_ID) && roomId.endsWith(AFTER_ID)
        ? Optional.of(roomId)
            .filter(id -> id.length() > BEFORE_ID.length() + AFTER_ID.length())
            .map(id -> id.substring(BEFORE_ID.length(), id.length() - AFTER_ID.length()))
        : Optional.empty();
  }

  /** The study of an event that names its room as well. */
  static String studyOfRoom(Fields data) {
    String studyId = studyId(data);
    if (!roomId(data).equals(StudyCall.roomId(studyId))) {
      throw FieldException.invalid("roomId", "the room of the study");
    }
    return studyId;
  }
}
