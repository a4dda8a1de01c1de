package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.ReadStatus;
import dev.moim.studies.view.CallView;
import java.util.Collections;

/** {@code GET /api/my-studies/{studyId}/video-call/status}. */
public final class GetStatusHandler extends StudyEndpoint {

  private final ReadStatus readStatus;

  public GetStatusHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.readStatus());
  }

  public GetStatusHandler(RouteSetup setup, ReadStatus readStatus) {
    super(setup);
    this.readStatus = readStatus;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    return HttpReply.ok(
        Collections.singletonMap(
            "session",
            readStatus.openCall(studyId(request), user).map(CallView::status).orElse(null)));
  }
}
