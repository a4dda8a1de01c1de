package dev.moim.studies.call;

import dev.moim.studies.call.Calls.Change;
import java.util.List;

/** Whoever is to hear what requests have done to a call. */
public interface CallObserver {

  /**
   * A session was opened.
   *
   * @param online whose pages of the study are open
   */
  void started(StudyCall call, List<OnlineSocket> online);

  /** A participant joined by a request, with which they may have opened no socket. */
  void joined(StudyCall call, String userId);

  /** A participant left by a request; their socket may still be open. */
  void left(Change change, String userId);
}
