package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Member;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.ManageMembers;
import dev.moim.studies.member.NewMember;
import dev.moim.studies.view.StudyView;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/members/{userId}}. */
public final class AddMemberHandler extends StudyEndpoint {

  private final ManageMembers members;

  public AddMemberHandler() {
    MemberWiring wiring = new MemberWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.manageMembers());
  }

  public AddMemberHandler(RouteSetup setup, ManageMembers members) {
    super(setup);
    this.members = members;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    NewMember wanted = MemberRequests.newMember(request.pathParameter("userId"), request.json());
    Member member = members.add(studyId(request), user, wanted);
    return HttpReply.ok(Map.of("member", StudyView.member(member)));
  }
}
