package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.Mirrors.Tenant;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MirrorWiring;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.mirror.MirrorStudies;
import dev.moim.studies.mirror.MirrorStudies.Kept;
import dev.moim.studies.view.StudyView;
import java.util.Map;
import java.util.function.Consumer;

/** {@code PUT /api/my-studies/{studyId}/members/{userId}}. */
public final class MirrorMemberHandler extends MirrorEndpoint {

  private final MirrorStudies studies;
  private final Consumer<ParticipantKey> end;

  public MirrorMemberHandler() {
    this(Deployment.of(Environment.settings()));
  }

  private MirrorMemberHandler(Deployment deployment) {
    this(new MirrorWiring(deployment), new SignalWiring(deployment).endParticipation()::of);
  }

  /**
   * @param end what becomes of somebody who is no member any more
   */
  public MirrorMemberHandler(MirrorWiring wiring, Consumer<ParticipantKey> end) {
    super(wiring);
    studies = wiring.mirrorStudies();
    this.end = end;
  }

  @Override
  HttpReply serve(HttpRequest request, Tenant tenant) {
    String userId = MemberRequests.userId(request.pathParameter("userId"));
    MemberKey key = new MemberKey(studyId(request), userId);
    Kept kept = studies.member(tenant, key, MemberRequests.mirrored(request.json()));
    Member member = kept.member();
    if (!member.isActive()) {
      end.accept(new ParticipantKey(key.groupId(), userId));
    }
    return HttpReply.of(kept.isNew() ? 201 : 200, Map.of("member", StudyView.member(member)));
  }
}
