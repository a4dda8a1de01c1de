package dev.moim.meetings.closing;

import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.Authorship;
import dev.moim.meetings.meeting.Authorship.Day;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.Thumbnails;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes somebody whose account is deleted out of all they have made: what one can still apply for
 * is called off, all else stays without them. Their days go last, for that is where the next
 * attempt would find what is left to do.
 */
public final class GiveUpMeetings {

  private static final int ATTEMPTS = 5;

  private final Meetings meetings;
  private final EndMeeting endMeeting;
  private final Authorship authorship;
  private final Thumbnails thumbnails;
  private final Clock clock;

  public GiveUpMeetings(
      Meetings meetings,
      EndMeeting endMeeting,
      Authorship authorship,
      Thumbnails thumbnails,
      Clock clock) {
    this.meetings = meetings;
    this.endMeeting = endMeeting;
    this.authorship = authorship;
    this.thumbnails = thumbnails;
    this.clock = clock;
  }

  /** Two requests, three for each meeting, one for each day, and those for pictures. */
  public void run(long authorId) {
    List<Day> days = authorship.days(authorId);
    for (Day day : days) {
      day.meetingIds().forEach(id -> giveUp(new Asked(authorId, id)));
    }
    if (!days.isEmpty()) {
      authorship.days(authorId).forEach(this::forget);
    }
  }

  private void giveUp(Asked own) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Meeting> meeting =
          meetings
              .find(own.meetingId())
              .filter(Meeting::exists)
              .filter(it -> it.authorId() == own.callerId());
      if (meeting.isEmpty() || giveUp(meeting.get())) {
        return;
      }
    }
    throw new IllegalStateException("somebody else is always faster");
  }

  private boolean giveUp(Meeting meeting) {
    return meeting.isOpen(clock.instant())
        ? endMeeting.abandon(meeting)
        : authorship.disown(meeting);
  }

  private void forget(Day day) {
    day.pictures().forEach(thumbnails::drop);
    if (!authorship.forget(day)) {
      throw new IllegalStateException("a meeting was made meanwhile");
    }
  }
}
