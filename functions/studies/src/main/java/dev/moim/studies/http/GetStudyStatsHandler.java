package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.history.Period;
import dev.moim.studies.history.ReadStatistics;
import dev.moim.studies.history.Statistics;
import dev.moim.studies.view.StatisticsView;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/stats}. */
public final class GetStudyStatsHandler extends StudyEndpoint {

  private final ReadStatistics readStatistics;

  public GetStudyStatsHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.readStatistics());
  }

  public GetStudyStatsHandler(RouteSetup setup, ReadStatistics readStatistics) {
    super(setup);
    this.readStatistics = readStatistics;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    Period period = HistoryRequests.period(request.parameters());
    Statistics statistics = readStatistics.ofStudy(studyId(request), user, period);
    return HttpReply.ok(Map.of("stats", StatisticsView.study(statistics)));
  }
}
