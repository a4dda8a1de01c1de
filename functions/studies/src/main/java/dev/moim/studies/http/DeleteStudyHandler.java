package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.MemberWiring;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.User;
import dev.moim.studies.member.ManageMembers;
import java.util.Map;
import java.util.function.Consumer;

/** {@code DELETE /api/my-studies/{studyId}}. */
public final class DeleteStudyHandler extends StudyEndpoint {

  private final ManageMembers members;
  private final Consumer<String> end;

  public DeleteStudyHandler() {
    this(Deployment.of(Environment.settings()));
  }

  private DeleteStudyHandler(Deployment deployment) {
    this(
        new MemberWiring(deployment).routes(),
        new MemberWiring(deployment).manageMembers(),
        new SignalWiring(deployment).endParticipation()::ofEverybody);
  }

  /**
   * @param end what becomes of everybody who is in the call of a study that is gone, by its id
   */
  public DeleteStudyHandler(RouteSetup setup, ManageMembers members, Consumer<String> end) {
    super(setup);
    this.members = members;
    this.end = end;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String studyId = studyId(request);
    members.delete(studyId, user);
    end.accept(studyId);
    return HttpReply.ok(Map.of("success", true));
  }
}
