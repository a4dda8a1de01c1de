package dev.moim.studies.http;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/video-call/join}. */
public final class JoinCallHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public JoinCallHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public JoinCallHandler(StudiesWiring wiring) {
    super(wiring, new StudyErrors(400));
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var call = wiring.joinCall().join(studyId(request), user, request.json().text("sessionId"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "participant",
        CallJson.participant(call, call.find(user.id()).orElseThrow(), wiring.time().instant()));
    wiring
        .callMedia()
        .admit(call, user)
        .ifPresent(way -> json.put("media", Map.of("url", way.url(), "token", way.token())));
    return HttpReply.ok(json);
  }
}
