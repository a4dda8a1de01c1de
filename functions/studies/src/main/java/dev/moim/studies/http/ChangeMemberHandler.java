package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code PATCH /api/my-studies/{studyId}/members/{userId}}. */
public final class ChangeMemberHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public ChangeMemberHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public ChangeMemberHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = request.pathParameter("userId");
    var member = wiring.members().change(studyId(request), user, userId, request.json());
    return HttpReply.ok(Map.of("member", StudyJson.member(member)));
  }
}
