package dev.moim.studies.call;

import dev.moim.studies.User;
import dev.moim.studies.call.Desk.Seen;
import java.util.Optional;

/** Shows a study's open session. One request. */
public final class ReadStatus {

  private final Desk desk;

  public ReadStatus(Desk desk) {
    this.desk = desk;
  }

  /**
   * @return empty if none is open
   */
  public Optional<StudyCall> openCall(String studyId, User user) {
    Seen seen = desk.look(studyId, user.id());
    seen.member();
    return seen.openCall();
  }
}
