package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.attendance.ComeAndGo;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}/withdrawal/{userId}}. */
public final class KickHandler extends ChatEndpoint {

  private final ComeAndGo comeAndGo;

  public KickHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public KickHandler(ChatWiring wiring) {
    super(wiring.routes());
    comeAndGo = wiring.comeAndGo();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    ComeAndGo.Kick kick =
        new ComeAndGo.Kick(caller(request), id(request, "roomId"), id(request, "userId"));
    return room(comeAndGo.kick(kick));
  }
}
