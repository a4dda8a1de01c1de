package dev.moim.studies.history;

import dev.moim.shared.groups.Member;
import dev.moim.studies.User;
import java.util.List;
import java.util.Optional;

/** What past sessions add up to, kept up to date by the end of each of them. */
public interface Rollups {

  /** Of each day that had a session, in order. One request per 1 MB. */
  List<Rollup> ofDays(String studyId, DateRange days);

  /** Of each month in which the range has a day and that had a session. One request per 1 MB. */
  List<Rollup> ofMonths(String studyId, DateRange days);

  /**
   * What a user's sessions in a study add up to.
   *
   * @param asking the membership of whoever asks
   * @param asked that of the user
   * @param totals empty for somebody who never was in a session that is over
   */
  record OfUser(Optional<Member> asking, Optional<Member> asked, Optional<UserTotals> totals) {}

  /** One request. */
  OfUser ofUser(String studyId, User asking, String userId);
}
