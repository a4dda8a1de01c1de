package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.ManageMembers;
import dev.moim.studies.view.StudyView;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}}. */
public final class GetStudyHandler extends StudyEndpoint {

  private final ManageMembers members;

  public GetStudyHandler() {
    MemberWiring wiring = new MemberWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.manageMembers());
  }

  public GetStudyHandler(RouteSetup setup, ManageMembers members) {
    super(setup);
    this.members = members;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    return HttpReply.ok(Map.of("study", StudyView.study(members.study(studyId(request), user))));
  }
}
