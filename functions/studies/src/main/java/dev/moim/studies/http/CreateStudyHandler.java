package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code POST /api/my-studies}. */
public final class CreateStudyHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public CreateStudyHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public CreateStudyHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var member = wiring.createStudy().create(user, request.json());
    return HttpReply.of(201, Map.of("study", StudyJson.study(member)));
  }
}
