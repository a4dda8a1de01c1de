package dev.moim.studies.call;

import dev.moim.studies.User;
import dev.moim.studies.call.StudyReader.Snapshot;
import java.util.Optional;

/** Shows a study's open session. One request. */
public final class ReadStatus {

  private final StudyReader reader;

  public ReadStatus(StudyReader reader) {
    this.reader = reader;
  }

  /**
   * @return empty if none is open
   */
  public Optional<StudyCall> openCall(String studyId, User user) {
    Snapshot study = reader.memberAndCall(studyId, user);
    study.member();
    return study.openCall();
  }
}
