package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/members/{userId}}. */
public final class AddMemberHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public AddMemberHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public AddMemberHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = request.pathParameter("userId");
    var member = wiring.members().add(studyId(request), user, userId, request.json());
    return HttpReply.ok(Map.of("member", StudyJson.member(member)));
  }
}
