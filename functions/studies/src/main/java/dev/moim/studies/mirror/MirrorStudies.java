package dev.moim.studies.mirror;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.Mirrors;
import dev.moim.shared.groups.Mirrors.Seen;
import dev.moim.shared.groups.Mirrors.Tenant;
import dev.moim.shared.groups.Mirrors.Written;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.member.NewStudy;
import java.time.Clock;

/**
 * Keeps studies as a tenant's own server has them, under its ids. Everything may be said twice, and
 * in any order.
 */
public final class MirrorStudies {

  private static final int TRIES = 5;

  private final Mirrors mirrors;
  private final Clock clock;

  public MirrorStudies(Mirrors mirrors, Clock clock) {
    this.mirrors = mirrors;
    this.clock = clock;
  }

  /** A member as it is now, and whether nobody knew them before. */
  public record Kept(Member member, boolean isNew) {}

  /**
   * @throws DomainException {@link StudyError#PERMISSION_DENIED} for a study of somebody else's
   */
  public Written study(Tenant tenant, String studyId, NewStudy wanted) {
    Group study = Group.study(studyId, wanted.zone(), wanted.name(), clock.instant());
    return mirrors.write(tenant, study).orElseThrow(MirrorStudies::foreign);
  }

  /**
   * Two requests, more only if somebody was faster.
   *
   * @throws DomainException {@link StudyError#PERMISSION_DENIED} for a study that is not the
   *     tenant's
   */
  public Kept member(Tenant tenant, MemberKey key, MirroredMember wanted) {
    for (int i = 0; i < TRIES; i++) {
      Seen seen = mirrors.find(tenant, key).orElseThrow(MirrorStudies::foreign);
      Member before =
          seen.member()
              .orElseGet(() ->
                  new Member(
                      seen.study(),
                      key.userId(),
                      wanted.role(),
                      Status.LEFT,
                      "",
                      clock.instant(),
                      null));
      Member after = wanted.of(before);
      boolean same = seen.member().filter(after::equals).isPresent();
      if (same || mirrors.change(tenant, seen, after)) {
        return new Kept(after, seen.member().isEmpty());
      }
    }
    throw new IllegalStateException("member changed " + TRIES + " times while being changed");
  }

  private static DomainException foreign() {
    return new DomainException(StudyError.PERMISSION_DENIED, "이 라이선스의 스터디가 아닙니다.");
  }
}
