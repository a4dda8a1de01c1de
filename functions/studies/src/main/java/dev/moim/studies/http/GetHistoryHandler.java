package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import dev.moim.studies.history.HistoryQuery;
import dev.moim.studies.history.ReadHistory.HistoryPage;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/my-studies/{studyId}/video-call/history}. */
public final class GetHistoryHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public GetHistoryHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public GetHistoryHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var query =
        HistoryQuery.of(
            request.query("page"),
            request.query("limit"),
            request.query("startDate"),
            request.query("endDate"));
    var page = wiring.readHistory().page(studyId(request), user, query);
    return HttpReply.ok(
        Map.of(
            "sessions", page.sessions().stream().map(CallJson::listed).toList(),
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
