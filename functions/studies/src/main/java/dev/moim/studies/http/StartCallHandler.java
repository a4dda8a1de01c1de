package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.Calls.Started;
import dev.moim.studies.call.StartCall;
import dev.moim.studies.view.CallView;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /api/my-studies/{studyId}/video-call/start}. */
public final class StartCallHandler extends StudyEndpoint {

  private final StartCall startCall;

  public StartCallHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.startCall());
  }

  public StartCallHandler(RouteSetup setup, StartCall startCall) {
    super(setup);
    this.startCall = startCall;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    Started started = startCall.start(studyId(request), user);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("session", CallView.session(started.call()));
    if (!started.isNew()) {
      json.put("message", "이미 진행 중인 화상회의가 있습니다.");
    }
    return HttpReply.ok(json);
  }
}
