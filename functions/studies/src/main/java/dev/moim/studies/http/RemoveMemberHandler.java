package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.ManageMembers;
import java.util.Map;

/** {@code DELETE /api/my-studies/{studyId}/members/{userId}}. */
public final class RemoveMemberHandler extends StudyEndpoint {

  private final ManageMembers members;

  public RemoveMemberHandler() {
    MemberWiring wiring = new MemberWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.manageMembers());
  }

  public RemoveMemberHandler(RouteSetup setup, ManageMembers members) {
    super(setup);
    this.members = members;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = MemberRequests.userId(request.pathParameter("userId"));
    members.remove(studyId(request), user, userId);
    return HttpReply.ok(Map.of("success", true));
  }
}
