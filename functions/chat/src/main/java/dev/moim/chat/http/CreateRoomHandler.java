package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.attendance.Host;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}}. */
public final class CreateRoomHandler extends ChatEndpoint {

  private final Host host;

  public CreateRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public CreateRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    host = wiring.host();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return HttpReply.of(201, view().room(host.create(asked(request))));
  }
}
