package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.view.StatisticsView;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/stats/users/{userId}}. */
public final class GetUserStatsHandler extends StudyEndpoint {

  private final ReadStatistics readStatistics;

  public GetUserStatsHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.readStatistics());
  }

  public GetUserStatsHandler(RouteSetup setup, ReadStatistics readStatistics) {
    super(setup);
    this.readStatistics = readStatistics;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    String userId = userId(request);
    var totals = readStatistics.ofUser(studyId(request), user, userId);
    return HttpReply.ok(Map.of("stats", StatisticsView.user(userId, totals)));
  }
}
