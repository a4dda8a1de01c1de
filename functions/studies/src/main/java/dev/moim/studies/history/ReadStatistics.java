package dev.moim.studies.history;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Statistics of a study and of its members, read from sums and never counted. */
public final class ReadStatistics {

  private static final LocalDate EVER = LocalDate.parse("2000-01-01");

  private final Groups groups;
  private final CallSums sums;
  private final Clock clock;

  public ReadStatistics(Groups groups, CallSums sums, Clock clock) {
    this.groups = groups;
    this.sums = sums;
    this.clock = clock;
  }

  /** Two requests. */
  public Statistics ofStudy(String studyId, User user, Period over) {
    Member member =
        groups
            .find(studyId, user.id())
            .filter(Member::isActive)
            .orElseThrow(() -> new DomainException(StudyError.NOT_STUDY_MEMBER));
    LocalDate today = LocalDate.ofInstant(clock.instant(), member.group().zone());
    Optional<LocalDate> first = over.firstDay(today);
    LocalDate from = first.orElse(EVER);
    List<Sum> found =
        over.isOfMonths() ? sums.months(studyId, from, today) : sums.days(studyId, from, today);
    return Statistics.of(over, found, first, today);
  }

  /**
   * What a user's sessions add up to; empty for a member who has been in none. One request.
   *
   * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER}; {@link
   *     StudyError#PERMISSION_DENIED} for a member who asks about somebody else; {@link
   *     StudyError#PARTICIPANT_NOT_FOUND} for somebody who has nothing to do with the study
   */
  public Optional<UserSum> ofUser(String studyId, User asking, String userId) {
    CallSums.Known known = sums.find(studyId, asking.id(), userId);
    Member member =
        known
            .asking()
            .filter(Member::isActive)
            .orElseThrow(() -> new DomainException(StudyError.NOT_STUDY_MEMBER));
    if (!asking.id().equals(userId) && !member.manages()) {
      throw new DomainException(StudyError.PERMISSION_DENIED);
    }
    if (known.asked().isEmpty() && known.sum().isEmpty()) {
      throw new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "사용자를 찾을 수 없습니다.");
    }
    return known.sum();
  }
}
