package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.view.CallView;
import java.time.Clock;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/sessions/{sessionId}}. */
public final class GetSessionHandler extends StudyEndpoint {

  private final ReadHistory readHistory;
  private final Clock clock;

  public GetSessionHandler() {
    Deployment deployment = Deployment.of(Environment.settings());
    CallWiring wiring = new CallWiring(deployment);
    this(wiring.routes(), wiring.readHistory(), deployment.clock());
  }

  public GetSessionHandler(RouteSetup setup, ReadHistory readHistory, Clock clock) {
    super(setup);
    this.readHistory = readHistory;
    this.clock = clock;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    StudyCall session =
        readHistory.session(studyId(request), user, request.pathParameter("sessionId"));
    return HttpReply.ok(Map.of("session", CallView.detailed(session, clock.instant())));
  }
}
