package dev.moim.local.socket;

import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import dev.moim.template.Template;
import java.util.Optional;

/**
 * Tells Socket.IO's clients that would poll that there is nothing but the WebSocket, in the words
 * of Socket.IO's own server, as the front door does.
 */
public final class PollingEndpoint implements Endpoint {

  private static final int TRANSPORT_UNKNOWN = 0;

  private final SocketPaths paths;

  public PollingEndpoint(Template template) {
    paths = SocketPaths.of(template);
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return paths.apiAt(call.rawPath()).filter(api -> polls(call)).map(api -> refusal());
  }

  private static boolean polls(Call call) {
    return call.hasReadableQuery() && "polling".equals(call.query().get("transport"));
  }

  /** A page of whatever origin may read it: it says the same to everybody. */
  private static Reply refusal() {
    var body = Json.object().put("code", TRANSPORT_UNKNOWN).put("message", "Transport unknown");
    return Reply.json(400, body).with("access-control-allow-origin", "*");
  }
}
