package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.attendance.ComeAndGo;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}/leave}. */
public final class LeaveRoomHandler extends ChatEndpoint {

  private final ComeAndGo comeAndGo;

  public LeaveRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public LeaveRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    comeAndGo = wiring.comeAndGo();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return room(comeAndGo.leave(asked(request)));
  }
}
