package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/video-call/start}. */
public final class StartCallHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public StartCallHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public StartCallHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var started = wiring.startCall().start(studyId(request), user);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("session", CallJson.session(started.call()));
    if (!started.isNew()) {
      json.put("message", "이미 진행 중인 화상회의가 있습니다.");
    }
    return HttpReply.ok(json);
  }
}
