package dev.moim.studies.history;

import dev.moim.shared.groups.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sums over past sessions, written when each of them ended. */
public interface CallSums {

  /** Of each day that had a session, in order, both ends included. One request per 1 MB. */
  List<Sum> days(String studyId, LocalDate from, LocalDate to);

  /** Of each month that had a session, in order. One request per 1 MB. */
  List<Sum> months(String studyId, LocalDate from, LocalDate to);

  /**
   * What is known of a user in a study.
   *
   * @param asking the membership of whoever asks
   * @param asked that of the user
   * @param sum empty for somebody who never was in a session that is over
   */
  record Known(Optional<Member> asking, Optional<Member> asked, Optional<UserSum> sum) {}

  /** One request. */
  Known find(String studyId, String askingUserId, String userId);
}
