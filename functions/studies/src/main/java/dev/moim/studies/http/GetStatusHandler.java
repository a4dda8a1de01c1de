package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Collections;

/** {@code GET /api/my-studies/{studyId}/video-call/status}. */
public final class GetStatusHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public GetStatusHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public GetStatusHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var seen = wiring.desk().look(studyId(request), user.id());
    seen.member();
    return HttpReply.ok(
        Collections.singletonMap("session", seen.openCall().map(CallJson::status).orElse(null)));
  }
}
