package dev.moim.studies.signal;

import dev.moim.studies.call.OnlineSocket;
import dev.moim.studies.call.StudyCall;
import java.util.List;
import java.util.Optional;

/**
 * What is so now: for whoever is about to change it, and for whoever has told others of it, since
 * another function may have changed it meanwhile. One request each, and always the latest.
 */
public interface LookAgain {

  /**
   * @param socket empty if it is gone
   * @param call the study's open session, or else its latest
   */
  record InCall(Optional<StudySocket> socket, Optional<StudyCall> call) {}

  InCall inCall(String studyId, StudySocket socket);

  /**
   * @param socket empty if it is gone
   */
  record Online(Optional<StudySocket> socket, List<OnlineSocket> all) {}

  Online online(String studyId, StudySocket socket);
}
