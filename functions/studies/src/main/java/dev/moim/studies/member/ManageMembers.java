package dev.moim.studies.member;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Groups.Change;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who belongs to a study. Owners do everything; admins add and remove ordinary members; everybody
 * may accept an invitation and leave. Each of them two requests, more only if somebody was faster.
 */
public final class ManageMembers {

  private static final int TRIES = 5;

  private final Groups groups;
  private final Clock clock;
  private final boolean trusting;

  /**
   * @param trusting whether who is added belongs to the study at once; else they have to accept
   */
  public ManageMembers(Groups groups, Clock clock, boolean trusting) {
    this.trusting = trusting;
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * The two a request is about.
   *
   * @param asked empty for somebody who has never been in the study
   */
  private record Pair(Member asking, Optional<Member> asked) {

    Member present() {
      return asked
          .filter(member -> member.status() != Status.LEFT)
          .orElseThrow(
              () -> new DomainException(StudyError.PARTICIPANT_NOT_FOUND, "멤버를 찾을 수 없습니다."));
    }

    /** Only owners decide about owners and admins. */
    void allow(Role role) {
      if (!asking.manages() || (role != Role.MEMBER && !asking.owns())) {
        throw new DomainException(StudyError.PERMISSION_DENIED);
      }
    }
  }

  /** What a user belongs to or is invited to, the latest first. One request. */
  public List<Member> of(User user) {
    return groups.ofUser(user.id()).stream()
        .filter(member -> member.status() != Status.LEFT)
        .toList();
  }

  /** What a study is to somebody who belongs to it or is invited. One request. */
  public Member study(String studyId, User user) {
    return groups
        .find(new MemberKey(studyId, user.id()))
        .filter(member -> member.status() != Status.LEFT)
        .orElseThrow(ManageMembers::stranger);
  }

  /** Everybody who belongs to a study or is invited, for its members. One request. */
  public List<Member> members(String studyId, User user) {
    List<Member> all =
        groups.members(studyId).stream().filter(member -> member.status() != Status.LEFT).toList();
    boolean belongs =
        all.stream().anyMatch(member -> member.isActive() && member.userId().equals(user.id()));
    if (!belongs) {
      throw stranger();
    }
    return all;
  }

  /** Deletes a study, which only its owners may. */
  public void delete(String studyId, User user) {
    Member owner =
        groups
            .find(new MemberKey(studyId, user.id()))
            .filter(Member::isActive)
            .orElseThrow(ManageMembers::stranger);
    if (!owner.owns()) {
      throw new DomainException(StudyError.PERMISSION_DENIED);
    }
    changeable(owner);
    groups.delete(owner);
  }

  /**
   * Adds somebody at once, or invites them: who is added by others has to accept, unless this
   * deployment trusts whoever adds.
   */
  public Member add(String studyId, User user, NewMember asked) {
    NewMember wanted =
        trusting ? asked : new NewMember(asked.userId(), asked.role(), Status.INVITED);
    return change(
        studyId,
        user,
        wanted.userId(),
        pair -> {
          pair.allow(wanted.role());
          Optional<Member> there = pair.asked().filter(member -> member.status() != Status.LEFT);
          there.ifPresent(member -> pair.allow(member.role()));
          if (there
              .filter(member -> !trusting || member.role() != wanted.role() || member.isActive())
              .isPresent()) {
            return same(there.get(), wanted);
          }
          return pair.asked()
              .map(member -> member.as(wanted.role()).as(wanted.status()))
              .orElseGet(() -> fresh(pair.asking().group(), wanted));
        });
  }

  private Member fresh(Group study, NewMember wanted) {
    return new Member(
        study, wanted.userId(), wanted.role(), wanted.status(), "", clock.instant(), null);
  }

  private Member same(Member there, NewMember wanted) {
    if (there.role() == wanted.role() && (there.status() == wanted.status() || !trusting)) {
      return there;
    }
    throw new DomainException(StudyError.INVALID_REQUEST, "이미 스터디 멤버입니다.");
  }

  /** Owners give roles. */
  public Member giveRole(String studyId, User user, String userId, Role role) {
    return change(
        studyId,
        user,
        userId,
        pair -> {
          pair.allow(Role.OWNER);
          return pair.present().as(role);
        });
  }

  /** Only the invited themselves accept an invitation. */
  public Member acceptInvitation(String studyId, User user, String userId) {
    Member invited =
        groups.find(new MemberKey(studyId, user.id())).orElseThrow(ManageMembers::stranger);
    if (!user.id().equals(userId)) {
      throw new DomainException(StudyError.PERMISSION_DENIED);
    }
    if (invited.status() == Status.LEFT) {
      throw stranger();
    }
    changeable(invited);
    Member active = invited.as(Status.ACTIVE).named(user.name()).pictured(user.avatar());
    if (groups.change(Optional.of(invited), active) != Change.DONE) {
      throw new DomainException(StudyError.INVALID_REQUEST);
    }
    return active;
  }

  /** Leaves, or makes somebody leave. */
  public void remove(String studyId, User user, String userId) {
    change(
        studyId,
        user,
        userId,
        pair -> {
          Member member = pair.present();
          if (!member.userId().equals(user.id())) {
            pair.allow(member.role());
          }
          return member.as(Status.LEFT);
        });
  }

  private Member change(String studyId, User user, String userId, Function<Pair, Member> change) {
    for (int i = 0; i < TRIES; i++) {
      Pair pair = pair(studyId, user, userId);
      Member after = change.apply(pair);
      if (pair.asked().filter(after::equals).isPresent()) {
        return after;
      }
      switch (groups.change(pair.asked(), after)) {
        case DONE -> {
          return after;
        }
        case LAST_OWNER ->
            throw new DomainException(StudyError.INVALID_REQUEST, "스터디에는 OWNER가 한 명 이상 있어야 합니다.");
        case OUTDATED -> {}
      }
    }
    throw new IllegalStateException("member changed " + TRIES + " times while being changed");
  }

  private Pair pair(String studyId, User user, String userId) {
    Map<String, Member> found = groups.findAll(studyId, List.of(user.id(), userId));
    Member asking =
        Optional.ofNullable(found.get(user.id()))
            .filter(Member::isActive)
            .orElseThrow(ManageMembers::stranger);
    changeable(asking);
    return new Pair(asking, Optional.ofNullable(found.get(userId)));
  }

  /** Who belongs to a meeting follows from who takes part in it, which is not decided here. */
  private static void changeable(Member asking) {
    if (asking.group().kind() == Kind.MEETING) {
      throw new DomainException(StudyError.PERMISSION_DENIED, "모임은 모임 API에서만 변경할 수 있습니다.");
    }
  }

  private static DomainException stranger() {
    return new DomainException(StudyError.NOT_STUDY_MEMBER);
  }
}
