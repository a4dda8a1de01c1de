package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.Decide;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code PATCH /api/v1/participations/{participationId}/reject}. */
public final class RejectHandler extends MeetingEndpoint {

  private final Decide decide;

  public RejectHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public RejectHandler(MeetingsWiring wiring) {
    super(wiring.visitingApplications());
    decide = wiring.decide();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    decide.reject(askedAbout(request));
    return HttpReply.ok(Map.of());
  }
}
