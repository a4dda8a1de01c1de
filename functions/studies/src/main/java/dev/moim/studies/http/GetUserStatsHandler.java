package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/stats/users/{userId}}. */
public final class GetUserStatsHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public GetUserStatsHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public GetUserStatsHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = userId(request);
    var sum = wiring.readStatistics().ofUser(studyId(request), user, userId);
    return HttpReply.ok(Map.of("stats", StatisticsJson.user(userId, sum)));
  }
}
