package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Member;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.ManageMembers;
import dev.moim.studies.view.StudyView;
import java.util.Map;

/** {@code PATCH /api/my-studies/{studyId}/members/{userId}}. */
public final class ChangeMemberHandler extends StudyEndpoint {

  private final ManageMembers members;

  public ChangeMemberHandler() {
    MemberWiring wiring = new MemberWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.manageMembers());
  }

  public ChangeMemberHandler(RouteSetup setup, ManageMembers members) {
    super(setup);
    this.members = members;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String studyId = studyId(request);
    String userId = request.pathParameter("userId");
    Member member =
        MemberRequests.role(request.json())
            .map(role -> members.giveRole(studyId, user, MemberRequests.userId(userId), role))
            .orElseGet(() -> members.acceptInvitation(studyId, user, userId));
    return HttpReply.ok(Map.of("member", StudyView.member(member)));
  }
}
