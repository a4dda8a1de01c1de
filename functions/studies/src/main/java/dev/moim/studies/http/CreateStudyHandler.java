package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Member;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.CreateStudy;
import dev.moim.studies.view.StudyView;
import java.util.Map;

/** {@code POST /api/my-studies}. */
public final class CreateStudyHandler extends StudyEndpoint {

  private final CreateStudy createStudy;

  public CreateStudyHandler() {
    MemberWiring wiring = new MemberWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.createStudy());
  }

  public CreateStudyHandler(RouteSetup setup, CreateStudy createStudy) {
    super(setup);
    this.createStudy = createStudy;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    Member owner = createStudy.create(user, MemberRequests.newStudy(request.json()));
    return HttpReply.of(201, Map.of("study", StudyView.study(owner)));
  }
}
