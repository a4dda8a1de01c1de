package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.attendance.Host;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code DELETE /api/v1/chatrooms/{roomId}}. */
public final class DeleteRoomHandler extends ChatEndpoint {

  private final Host host;

  public DeleteRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public DeleteRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    host = wiring.host();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    host.delete(asked(request));
    return nothing();
  }
}
