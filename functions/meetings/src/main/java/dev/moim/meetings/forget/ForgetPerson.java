package dev.moim.meetings.forget;

import dev.moim.meetings.closing.GiveUpMeetings;
import dev.moim.meetings.participation.QuitMeetings;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups;

/**
 * Forgets somebody whose account is deleted: they take part in no meeting, and none is theirs. It
 * may be repeated as often as need be, wherever the last attempt ended.
 */
public final class ForgetPerson {

  private final QuitMeetings quitMeetings;
  private final GiveUpMeetings giveUpMeetings;
  private final Groups groups;

  public ForgetPerson(QuitMeetings quitMeetings, GiveUpMeetings giveUpMeetings, Groups groups) {
    this.quitMeetings = quitMeetings;
    this.giveUpMeetings = giveUpMeetings;
    this.groups = groups;
  }

  public void run(long userId) {
    quitMeetings.run(userId);
    giveUpMeetings.run(userId);
    groups.ofUser(Long.toString(userId)).stream()
        .filter(member -> member.group().kind() == Kind.MEETING)
        .forEach(member -> groups.forget(member.key(), Kind.MEETING));
  }
}
