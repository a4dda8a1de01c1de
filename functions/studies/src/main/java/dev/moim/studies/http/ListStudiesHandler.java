package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code GET /api/my-studies}. */
public final class ListStudiesHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public ListStudiesHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public ListStudiesHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var studies = wiring.members().of(user).stream().map(StudyJson::study).toList();
    return HttpReply.ok(Map.of("studies", studies));
  }
}
