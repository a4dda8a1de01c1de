package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.call.StudyReader.Snapshot;
import java.util.Optional;

/**
 * Which session a member comes to who names none. Front ends that never ask to start one are served
 * by a deployment in which the first to join does.
 */
public final class SessionToJoin {

  private final StudyReader reader;
  private final Optional<StartCall> starting;

  /**
   * @param starting what a join does where no session is open; empty if it is refused then
   */
  public SessionToJoin(StudyReader reader, Optional<StartCall> starting) {
    this.reader = reader;
    this.starting = starting;
  }

  /** Whether a session need not be named, nor be open, to be joined. */
  public boolean startsAtJoin() {
    return starting.isPresent();
  }

  /**
   * The study's open session, or else its latest. One request.
   *
   * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER}; {@link
   *     StudyError#SESSION_NOT_FOUND} if it never had one
   */
  public StudyCall latest(String studyId, User user) {
    return latest(read(studyId, user));
  }

  /**
   * The open session; if there is none, one that is opened for this. Of many who come first at once
   * one opens it. One request, and two for a new session. Where joins start none, as {@link
   * #latest}.
   */
  public StudyCall open(String studyId, User user) {
    Snapshot study = read(studyId, user);
    return starting.isPresent() && study.openCall().isEmpty()
        ? starting.get().start(studyId, user).call()
        : latest(study);
  }

  private Snapshot read(String studyId, User user) {
    Snapshot study = reader.memberAndCall(studyId, user);
    study.member();
    return study;
  }

  private static StudyCall latest(Snapshot study) {
    return study.call().orElseThrow(() -> new DomainException(StudyError.SESSION_NOT_FOUND));
  }
}
