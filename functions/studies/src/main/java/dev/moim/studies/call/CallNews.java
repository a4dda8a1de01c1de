package dev.moim.studies.call;

import dev.moim.studies.call.Calls.Change;
import java.util.List;

/** Those who want to know what requests have done to a call. */
public interface CallNews {

  /** For functions that nobody listens to. */
  CallNews NOBODY =
      new CallNews() {
        @Override
        public void started(StudyCall call, List<Listener> online) {}

        @Override
        public void joined(StudyCall call, String userId) {}

        @Override
        public void left(Change change, String userId) {}
      };

  /** A session was opened. */
  void started(StudyCall call, List<Listener> online);

  /** A participant joined by a request, with which they may have opened no socket. */
  void joined(StudyCall call, String userId);

  /** A participant left by a request; their socket may still be open. */
  void left(Change change, String userId);
}
