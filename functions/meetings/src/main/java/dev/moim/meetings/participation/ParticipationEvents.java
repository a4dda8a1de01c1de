package dev.moim.meetings.participation;

import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;

/** What happens to applications, as others hear of it. */
final class ParticipationEvents {

  private ParticipationEvents() {}

  /** Of a meeting that was not looked at: under the title that it had when they applied. */
  static DomainEvent of(String kind, Application application, Instant now) {
    return of(kind, application, application.parties().title(), now);
  }

  /**
   * @param title of the meeting
   */
  static DomainEvent of(String kind, Application application, String title, Instant now) {
    Map<String, String> fields =
        Map.of(
            MeetingEvents.MEETING_ID, Long.toString(application.meetingId()),
            MeetingEvents.TITLE, title,
            MeetingEvents.AUTHOR_ID, Long.toString(application.parties().authorId()),
            MeetingEvents.USER_ID, Long.toString(application.userId()),
            MeetingEvents.PARTICIPATION_ID, Long.toString(application.id()));
    return DomainEvent.of(kind, now, fields);
  }
}
