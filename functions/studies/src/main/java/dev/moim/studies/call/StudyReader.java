package dev.moim.studies.call;

import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.Memberships;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a request about a study has to know before it does anything: all of it in one request
 * to the database.
 */
public interface StudyReader {

  /**
   * What was found.
   *
   * @param membership of whoever asks
   * @param call the study's open session, or else its latest
   * @param online whose pages of the study are open; read only by {@link #memberCallAndOnline}
   * @param past the session of the number asked for; read only by {@link #memberCallAndSession}
   */
  record Snapshot(
      Optional<Member> membership,
      Optional<StudyCall> call,
      List<OnlineSocket> online,
      Optional<StudyCall> past) {

    /**
     * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER} unless they are an active member;
     *     also where there is no such study, which strangers are not told
     */
    public Member member() {
      return Memberships.requireActive(membership);
    }

    public Optional<StudyCall> openCall() {
      return call.filter(StudyCall::isOpen);
    }
  }

  /** The membership of whoever asks, and the study's call. */
  Snapshot memberAndCall(String studyId, User asking);

  /** The same, and who is to hear of a new session. */
  Snapshot memberCallAndOnline(String studyId, User asking);

  /** The same as {@link #memberAndCall}, and a session of the history by its number. */
  Snapshot memberCallAndSession(String studyId, User asking, long number);
}
