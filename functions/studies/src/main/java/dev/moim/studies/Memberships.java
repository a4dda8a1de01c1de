package dev.moim.studies;

import dev.moim.shared.groups.Member;
import dev.moim.shared.kernel.DomainException;
import java.util.Optional;

/** Who may do what only members of a study may. */
public final class Memberships {

  private Memberships() {}

  /**
   * @throws DomainException {@link StudyError#NOT_STUDY_MEMBER} for everybody but an active member
   */
  public static Member requireActive(Optional<Member> membership) {
    return membership
        .filter(Member::isActive)
        .orElseThrow(() -> new DomainException(StudyError.NOT_STUDY_MEMBER));
  }
}
