package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code DELETE /api/my-studies/{studyId}/members/{userId}}. */
public final class RemoveMemberHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public RemoveMemberHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public RemoveMemberHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    wiring.members().remove(studyId(request), user, request.pathParameter("userId"));
    return HttpReply.ok(Map.of("success", true));
  }
}
