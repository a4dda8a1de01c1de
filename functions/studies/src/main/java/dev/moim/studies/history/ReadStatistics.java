package dev.moim.studies.history;

import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.Memberships;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.history.Rollups.OfUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Statistics of a study and of its members, read from rollups and never counted. */
public final class ReadStatistics {

  private static final LocalDate EVER = LocalDate.parse("2000-01-01");

  private final Groups groups;
  private final Rollups rollups;
  private final Clock clock;

  public ReadStatistics(Groups groups, Rollups rollups, Clock clock) {
    this.groups = groups;
    this.rollups = rollups;
    this.clock = clock;
  }

  /** Two requests. */
  public Statistics ofStudy(String studyId, User user, Period over) {
    Member member = Memberships.requireActive(groups.find(new MemberKey(studyId, user.id())));
    LocalDate today = LocalDate.ofInstant(clock.instant(), member.group().zone());
    Optional<LocalDate> first = over.firstDay(today);
    DateRange days = new DateRange(first.orElse(EVER), today);
    List<Rollup> found =
        over.isOfMonths() ? rollups.ofMonths(studyId, days) : rollups.ofDays(studyId, days);
    return Statistics.of(over, found, first, today);
  }

  /**
   * What a user's sessions add up to; empty for a member who has been in none. One request.
   *
   * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER}; {@link
   *     StudyError#PERMISSION_DENIED} for a member who asks about somebody else; {@link
   *     StudyError#PARTICIPANT_NOT_FOUND} for somebody who has nothing to do with the study
   */
  public Optional<UserTotals> ofUser(String studyId, User asking, String userId) {
    OfUser found = rollups.ofUser(studyId, asking, userId);
    Member member = Memberships.requireActive(found.asking());
    if (!asking.id().equals(userId) && !member.manages()) {
      throw new DomainException(StudyError.PERMISSION_DENIED);
    }
    if (found.asked().isEmpty() && found.totals().isEmpty()) {
      throw new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "사용자를 찾을 수 없습니다.");
    }
    return found.totals();
  }
}
