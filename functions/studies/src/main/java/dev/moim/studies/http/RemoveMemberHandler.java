package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.ParticipantKey;
import dev.moim.studies.member.ManageMembers;
import java.util.Map;
import java.util.function.Consumer;

/** {@code DELETE /api/my-studies/{studyId}/members/{userId}}. */
public final class RemoveMemberHandler extends StudyEndpoint {

  private final ManageMembers members;
  private final Consumer<ParticipantKey> end;

  public RemoveMemberHandler() {
    this(Deployment.of(Environment.settings()));
  }

  private RemoveMemberHandler(Deployment deployment) {
    this(
        new MemberWiring(deployment).routes(),
        new MemberWiring(deployment).manageMembers(),
        new SignalWiring(deployment).endParticipation()::of);
  }

  /**
   * @param end what becomes of somebody, who was a member
   */
  public RemoveMemberHandler(
      RouteSetup setup, ManageMembers members, Consumer<ParticipantKey> end) {
    super(setup);
    this.members = members;
    this.end = end;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = MemberRequests.userId(request.pathParameter("userId"));
    members.remove(studyId(request), user, userId);
    end.accept(new ParticipantKey(studyId(request), userId));
    return HttpReply.ok(Map.of("success", true));
  }
}
