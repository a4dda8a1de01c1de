package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code PUT /api/v1/meetings/{meetingId}}. */
public final class UpdateMeetingHandler extends MeetingEndpoint {

  private final UpdateMeeting updateMeeting;
  private final MeetingForm form;

  public UpdateMeetingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public UpdateMeetingHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    updateMeeting = wiring.updateMeeting();
    form = wiring.form();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Meeting meeting = updateMeeting.run(asked(request), () -> form.read(request, "newThumbnail"));
    return HttpReply.ok(view().own(meeting));
  }
}
