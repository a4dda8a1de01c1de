package dev.moim.studies.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The calls of all studies. At most one session of a study is open; whoever changes one sees the
 * changes of everybody else, and a session that nobody is in any more is over with the change that
 * emptied it, its history and sums included.
 */
public interface Calls {

  /**
   * What a start came to.
   *
   * @param isNew whether it was this start that opened the session
   */
  record Started(StudyCall call, boolean isNew) {}

  /**
   * A change that was stored.
   *
   * @param before what it was made to; equal to {@code after} if there was nothing to change
   * @param after as stored, with changes that others made at the same time
   */
  record Change(StudyCall before, StudyCall after) {

    public boolean ended() {
      return before.isOpen() && !after.isOpen();
    }

    /** Whether it took a user into the call who was not in it. */
    public boolean brought(String userId) {
      return !isIn(before, userId) && isIn(after, userId);
    }

    private static boolean isIn(StudyCall call, String userId) {
      return call.isOpen() && call.find(userId).filter(CallParticipant::isInside).isPresent();
    }
  }

  /** A study's open session, or else its latest. One request. */
  Optional<StudyCall> findNow(String studyId);

  /**
   * Opens a session unless one is open. One request, if what was seen is still so.
   *
   * @param seen the study's latest session as read before; empty if it never had one
   * @param make the session that follows it
   */
  Started start(Optional<StudyCall> seen, Function<Optional<StudyCall>, StudyCall> make);

  /**
   * Applies a transition of {@link StudyCall} and repeats it on the newer state if somebody was
   * faster. One request, or none if there is nothing to change; what the transition throws passes
   * through.
   */
  Change change(StudyCall seen, UnaryOperator<StudyCall> transition);

  /** The same to a study's latest session; empty if it never had one. One request more. */
  default Optional<Change> change(String studyId, UnaryOperator<StudyCall> transition) {
    return findNow(studyId).map(seen -> change(seen, transition));
  }

  /** Ids of studies whose call is open; a few seconds late. One request per 1 MB. */
  List<String> openStudies();
}
