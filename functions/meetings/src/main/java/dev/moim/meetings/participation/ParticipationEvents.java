package dev.moim.meetings.participation;

import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.shared.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;

/** What happens to applications, as others hear of it. */
final class ParticipationEvents {

  private ParticipationEvents() {}

  static DomainEvent of(String kind, Application application, Instant now) {
    Map<String, String> fields =
        Map.of(
            MeetingEvents.MEETING_ID, Long.toString(application.meetingId()),
            MeetingEvents.TITLE, application.parties().title(),
            MeetingEvents.AUTHOR_ID, Long.toString(application.parties().authorId()),
            MeetingEvents.USER_ID, Long.toString(application.userId()),
            MeetingEvents.PARTICIPATION_ID, Long.toString(application.id()));
    return DomainEvent.of(kind, now, fields);
  }
}
