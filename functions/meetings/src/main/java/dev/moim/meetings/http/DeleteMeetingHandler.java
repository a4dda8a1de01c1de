package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.closing.DeleteMeeting;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code DELETE /api/v1/meetings/{meetingId}}. */
public final class DeleteMeetingHandler extends MeetingEndpoint {

  private final DeleteMeeting deleteMeeting;

  public DeleteMeetingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public DeleteMeetingHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    deleteMeeting = wiring.deleteMeeting();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    deleteMeeting.run(asked(request));
    return nothing();
  }
}
