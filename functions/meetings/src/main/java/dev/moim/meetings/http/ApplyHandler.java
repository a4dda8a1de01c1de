package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.Apply;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code POST /api/v1/participations/{meetingId}}. */
public final class ApplyHandler extends MeetingEndpoint {

  private final Apply apply;

  public ApplyHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ApplyHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    apply = wiring.apply();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    long id = apply.run(asked(request));
    return HttpReply.of(201, Map.of("participationId", id));
  }
}
