package dev.moim.meetings.dynamodb;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.meetings.participation.Application;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.people.Person;
import java.time.Instant;

/** A meeting as a group: its author owns it, and everybody else who takes part is a member. */
final class Members {

  private Members() {}

  static Member author(Meeting meeting, Person author) {
    Group group = group(meeting.id(), meeting.details().title());
    return member(group, author.id(), Role.OWNER, author.nickname(), group.createdAt());
  }

  /**
   * @param joinedAt when the author said yes
   */
  static Member approved(Application application, Instant joinedAt) {
    Group group = group(application.meetingId(), application.parties().title());
    String name = application.parties().applicant().name();
    return member(group, application.userId(), Role.MEMBER, name, joinedAt);
  }

  private static Group group(long meetingId, String title) {
    return new Group(
        Long.toString(meetingId),
        PostingDay.ZONE,
        title,
        PostingDay.madeAt(meetingId),
        Kind.MEETING);
  }

  private static Member member(Group group, long userId, Role role, String name, Instant joinedAt) {
    return new Member(group, Long.toString(userId), role, Status.ACTIVE, name, joinedAt, null);
  }
}
