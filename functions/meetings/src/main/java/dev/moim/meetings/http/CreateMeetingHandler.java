package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.meeting.CreateMeeting;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/meetings}. */
public final class CreateMeetingHandler extends MeetingEndpoint {

  private final CreateMeeting createMeeting;
  private final MeetingForm form;

  public CreateMeetingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public CreateMeetingHandler(MeetingsWiring wiring) {
    super(wiring.greeting());
    createMeeting = wiring.createMeeting();
    form = wiring.form();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Meeting meeting = createMeeting.run(caller(request), () -> form.read(request, "thumbnail"));
    return HttpReply.of(201, view().own(meeting))
        .with("location", "/api/v1/meetings/" + meeting.id());
  }
}
