package dev.moim.studies.member;

import dev.moim.groups.Group;
import dev.moim.groups.Groups;
import dev.moim.groups.Member;
import dev.moim.groups.Member.Role;
import dev.moim.groups.Member.Status;
import dev.moim.kernel.Fields;
import dev.moim.kernel.Ids;
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

  public Member create(User user, Fields request) {
    Instant now = clock.instant();
    Group study =
        new Group(Ids.timeOrdered(clock), StudyNames.name(request), StudyNames.zone(request), now);
    Member owner =
        new Member(study, user.id(), Role.OWNER, Status.ACTIVE, user.name(), user.avatar(), now);
    groups.create(owner);
    return owner;
  }
}
