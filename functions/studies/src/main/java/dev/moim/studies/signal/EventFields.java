package dev.moim.studies.signal;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.studies.call.StudyCall;

/** Fields that several events have. */
final class EventFields {

  /** Room ids are derived from study ids; both are keys. */
  private static final int ID_LENGTH = 128;

  private EventFields() {}

  static String studyId(Fields data) {
    return data.text("studyId", ID_LENGTH);
  }

  static String roomId(Fields data) {
    return data.text("roomId", ID_LENGTH);
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
