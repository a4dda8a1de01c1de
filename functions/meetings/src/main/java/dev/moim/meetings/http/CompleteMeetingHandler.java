package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.closing.CompleteMeeting;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code PATCH /api/v1/meetings/{meetingId}/complete}. */
public final class CompleteMeetingHandler extends MeetingEndpoint {

  private final CompleteMeeting completeMeeting;

  public CompleteMeetingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public CompleteMeetingHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    completeMeeting = wiring.completeMeeting();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    completeMeeting.run(asked(request));
    return HttpReply.ok(Map.of());
  }
}
