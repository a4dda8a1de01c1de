package dev.moim.studies.member;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.kernel.Ids;
import dev.moim.studies.User;
import java.time.Clock;
import java.time.Instant;

/** Makes a study that belongs to whoever asks for it. One request. */
public final class CreateStudy {

  private final Groups groups;
  private final Clock clock;

  public CreateStudy(Groups groups, Clock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  public Member create(User user, NewStudy wanted) {
    Instant now = clock.instant();
    Group study = Group.study(Ids.timeOrdered(now), wanted.zone(), wanted.name(), now);
    Member owner =
        new Member(study, user.id(), Role.OWNER, Status.ACTIVE, user.name(), now, user.avatar());
    groups.create(owner);
    return owner;
  }
}
