package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/video-call/leave}. */
public final class LeaveCallHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public LeaveCallHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public LeaveCallHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    wiring.leaveCall().leave(studyId(request), user, request.json().text("sessionId"));
    return HttpReply.ok(Map.of("success", true));
  }
}
