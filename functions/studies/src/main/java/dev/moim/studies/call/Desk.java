package dev.moim.studies.call;

import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import java.util.List;
import java.util.Optional;

/** What a request about a study has to know before it does anything, in one request. */
public interface Desk {

  /**
   * What was found.
   *
   * @param membership of whoever asks
   * @param call the study's open session, or else its latest
   * @param online who hears of a new session; asked for only by {@link #lookToStart}
   * @param past the session of the number asked for; only by {@link #lookUp}
   */
  record Seen(
      Optional<Member> membership,
      Optional<StudyCall> call,
      List<Listener> online,
      Optional<StudyCall> past) {

    /**
     * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER} unless they are an active member;
     *     also where there is no such study, which strangers are not told
     */
    public Member member() {
      return membership
          .filter(Member::isActive)
          .orElseThrow(() -> new DomainException(StudyError.NOT_STUDY_MEMBER));
    }

    public Optional<StudyCall> openCall() {
      return call.filter(StudyCall::isOpen);
    }
  }

  /** Who asks, and the study's call. */
  Seen look(String studyId, String userId);

  /** The same, and who is to hear of it. */
  Seen lookToStart(String studyId, String userId);

  /** The same as {@link #look}, and a session of the history. */
  Seen lookUp(String studyId, String userId, long number);
}
