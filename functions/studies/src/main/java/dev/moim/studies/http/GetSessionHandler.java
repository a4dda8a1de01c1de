package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/sessions/{sessionId}}. */
public final class GetSessionHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public GetSessionHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public GetSessionHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var session =
        wiring.readHistory().session(studyId(request), user, request.pathParameter("sessionId"));
    return HttpReply.ok(Map.of("session", CallJson.detailed(session, wiring.time().instant())));
  }
}
