package dev.moim.meetings.closing;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.meeting.MeetingEvents.Concerned;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.Meetings.Ending;
import java.time.Clock;
import java.util.List;

/** Deletes a meeting with its group, and tells everybody who had to do with it. */
public final class EndMeeting {

  private final Meetings meetings;
  private final Roster roster;
  private final Clock clock;

  public EndMeeting(Meetings meetings, Roster roster, Clock clock) {
    this.meetings = meetings;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * @param as what it is then
   * @return false if somebody has come or gone meanwhile, or it is not there any more
   */
  boolean run(Meeting before, MeetingState as) {
    Meeting after = before.as(as);
    Concerned whom = roster.of(before);
    String kind = as == MeetingState.EXPIRED ? MeetingEvents.EXPIRED : MeetingEvents.CANCELED;
    var event = MeetingEvents.of(kind, after, whom, clock.instant());
    return meetings.end(before, new Ending(after, List.copyOf(whom.memberIds()), event));
  }

  /**
   * Calls off a meeting of somebody whose account is deleted. They alone are a member still: where
   * they were is forgotten last.
   *
   * @return as {@link #run}
   */
  boolean abandon(Meeting before) {
    Meeting after = before.abandoned();
    Concerned whom = roster.of(before);
    var event = MeetingEvents.of(MeetingEvents.CANCELED, after, whom, clock.instant());
    List<Long> others =
        whom.memberIds().stream().filter(member -> member != before.authorId()).toList();
    return meetings.end(before, new Ending(after, others, event));
  }
}
