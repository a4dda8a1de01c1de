package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.ReadHistory;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/chatrooms/{roomId}/in}. */
public final class EnterRoomHandler extends ChatEndpoint {

  private final ReadHistory readHistory;

  public EnterRoomHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public EnterRoomHandler(ChatWiring wiring) {
    super(wiring.routes());
    readHistory = wiring.readHistory();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    Asked asked = asked(request);
    HistoryQuery query = HistoryQuery.of(request.parameters());
    return HttpReply.list(
        query
            .window()
            .map(window -> readHistory.page(asked, window))
            .orElseGet(() -> readHistory.enter(asked, query.size()))
            .stream()
            .map(view()::message)
            .toList());
  }
}
