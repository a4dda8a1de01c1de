package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.meeting.ReadMeetings;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/v1/meetings/{meetingId}}, for everybody. */
public final class ReadMeetingHandler extends MeetingEndpoint {

  private final ReadMeetings meetings;

  public ReadMeetingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ReadMeetingHandler(MeetingsWiring wiring) {
    super(wiring.reading());
    meetings = wiring.readMeetings();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    return HttpReply.ok(view().one(meetings.one(id(request, "meetingId"))));
  }
}
