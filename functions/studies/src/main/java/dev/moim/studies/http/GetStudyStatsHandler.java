package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/stats}. */
public final class GetStudyStatsHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public GetStudyStatsHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public GetStudyStatsHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var statistics =
        wiring.readStatistics().ofStudy(studyId(request), user, request.query("period"));
    return HttpReply.ok(Map.of("stats", StatisticsJson.study(statistics)));
  }
}
