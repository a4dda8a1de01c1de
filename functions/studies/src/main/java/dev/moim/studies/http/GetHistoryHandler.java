package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.history.ReadHistory;
import dev.moim.studies.history.ReadHistory.HistoryPage;
import dev.moim.studies.view.CallView;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/history}. */
public final class GetHistoryHandler extends StudyEndpoint {

  private final ReadHistory readHistory;

  public GetHistoryHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.readHistory());
  }

  public GetHistoryHandler(RouteSetup setup, ReadHistory readHistory) {
    super(setup);
    this.readHistory = readHistory;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    HistoryPage page =
        readHistory.page(studyId(request), user, HistoryRequests.query(request.parameters()));
    return HttpReply.ok(
        Map.of(
            "sessions", page.sessions().stream().map(CallView::listed).toList(),
            "pagination", pagination(page)));
  }

  private static Map<String, Object> pagination(HistoryPage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("page", page.query().page());
    json.put("limit", page.query().limit());
    json.put("total", page.total());
    json.put("totalPages", page.totalPages());
    return json;
  }
}
