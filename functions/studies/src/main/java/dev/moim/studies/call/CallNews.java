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
        public void left(Change change, String userId) {}
      };

  /** A session was opened. */
  void started(StudyCall call, List<Listener> online);

  /** A participant left by a request; their socket may still be open. */
  void left(Change change, String userId);
}
