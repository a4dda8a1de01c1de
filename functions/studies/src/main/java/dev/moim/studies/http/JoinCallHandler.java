package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.media.IceServers;
import dev.moim.studies.CallWiring;
import dev.moim.studies.User;
import dev.moim.studies.call.JoinCall;
import dev.moim.studies.call.JoinCall.Joined;
import dev.moim.studies.view.CallView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/my-studies/{studyId}/video-call/join}. */
public final class JoinCallHandler extends StudyEndpoint {

  private final JoinCall joinCall;
  private final IceServers iceServers;

  public JoinCallHandler() {
    CallWiring wiring = new CallWiring(Deployment.of(Environment.settings()));
    this(wiring.routes(), wiring.joinCall(), wiring.iceServers());
  }

  public JoinCallHandler(RouteSetup setup, JoinCall joinCall, IceServers iceServers) {
    super(setup, new StudyErrors(400));
    this.joinCall = joinCall;
    this.iceServers = iceServers;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    var servers = iceServers.forUser(user.id()); // who cannot be given them has not joined either
    Joined joined = join(studyId(request), user, request.json());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("participant", CallView.participant(joined.call(), joined.participant(), joined.at()));
    json.put("iceServers", servers);
    joined
        .media()
        .ifPresent(media -> json.put("media", Map.of("url", media.url(), "token", media.token())));
    return HttpReply.ok(json);
  }

  /** A session has to be named where joins start none. */
  private Joined join(String studyId, User user, Fields body) {
    Optional<String> sessionId =
        joinCall.startsAtJoin()
            ? body.optionalText("sessionId")
            : Optional.of(body.text("sessionId"));
    return sessionId.isPresent()
        ? joinCall.join(studyId, user, sessionId.get())
        : joinCall.join(studyId, user);
  }
}
