package dev.moim.meetings.closing;

import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Meetings;
import java.time.Clock;
import java.util.List;

/** Deletes meetings whose time has passed. */
public final class ExpireMeetings {

  /** How many one run deletes; the rest are the next run's, as is what changed meanwhile. */
  static final int MOST = 500;

  private final Meetings meetings;
  private final EndMeeting endMeeting;
  private final Clock clock;

  public ExpireMeetings(Meetings meetings, EndMeeting endMeeting, Clock clock) {
    this.meetings = meetings;
    this.endMeeting = endMeeting;
    this.clock = clock;
  }

  /** Two requests, and two for each meeting. */
  public void run() {
    List<Meeting> past = meetings.past(clock.instant(), MOST);
    past.forEach(meeting -> endMeeting.run(meeting, MeetingState.EXPIRED));
  }
}
