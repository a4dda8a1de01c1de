package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.attendance.ComeAndGo;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}/join}. */
public final class JoinRoomHandler extends ChatEndpoint {

  private final ComeAndGo comeAndGo;

  public JoinRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public JoinRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    comeAndGo = wiring.comeAndGo();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return room(comeAndGo.join(asked(request)));
  }
}
