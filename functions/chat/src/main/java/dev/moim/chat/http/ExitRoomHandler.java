package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.room.ReadHistory;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}/out}. */
public final class ExitRoomHandler extends ChatEndpoint {

  private final ReadHistory readHistory;

  public ExitRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public ExitRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    readHistory = wiring.readHistory();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return rooms(readHistory.leave(asked(request)));
  }
}
