package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.LeaveCall;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/video-call/leave}. */
public final class LeaveCallHandler extends StudyEndpoint {

  private final LeaveCall leaveCall;

  public LeaveCallHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.leaveCall());
  }

  public LeaveCallHandler(RouteSetup setup, LeaveCall leaveCall) {
    super(setup);
    this.leaveCall = leaveCall;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    leaveCall.leave(studyId(request), user, request.json().text("sessionId"));
    return HttpReply.ok(Map.of("success", true));
  }
}
