package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Mirrors.Tenant;
import dev.moim.shared.groups.Mirrors.Written;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MirrorWiring;
import dev.moim.studies.mirror.MirrorStudies;
import dev.moim.studies.view.StudyView;
import java.util.Map;

/** {@code PUT /api/my-studies/{studyId}}. */
public final class MirrorStudyHandler extends MirrorEndpoint {

  private final MirrorStudies studies;

  public MirrorStudyHandler() {
    this(new MirrorWiring(Deployment.of(Environment.settings())));
  }

  public MirrorStudyHandler(MirrorWiring wiring) {
    super(wiring);
    studies = wiring.mirrorStudies();
  }

  @Override
  HttpReply serve(HttpRequest request, Tenant tenant) {
    Written written =
        studies.study(tenant, studyId(request), MemberRequests.newStudy(request.json()));
    return HttpReply.of(
        written.isNew() ? 201 : 200, Map.of("study", StudyView.mirrored(written.study())));
  }
}
