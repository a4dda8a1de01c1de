package dev.moim.meetings.lambda;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.meeting.MeetingEvents;
import dev.moim.meetings.search.IndexMeeting;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;

/** Hears of meetings that were made, changed or ended, and lets searches know. */
public final class IndexHandler extends StreamEndpoint {

  private final IndexMeeting indexMeeting;
  private final MeetingsWiring wiring;

  public IndexHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public IndexHandler(MeetingsWiring wiring) {
    this.wiring = wiring;
    this.indexMeeting = wiring.indexMeeting();
  }

  @Override
  protected void handle(DomainEvent event) {
    switch (event.kind()) {
      case MeetingEvents.CREATED,
          MeetingEvents.CHANGED,
          MeetingEvents.CLOSED,
          MeetingEvents.CANCELED,
          MeetingEvents.EXPIRED ->
          indexMeeting.run(Long.parseLong(event.field(MeetingEvents.MEETING_ID)));
      default -> {} // who takes part is not searched for
    }
  }

  @Override
  protected void prime() {
    wiring.primeReading();
  }
}
