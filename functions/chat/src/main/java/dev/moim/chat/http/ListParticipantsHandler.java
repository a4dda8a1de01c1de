package dev.moim.chat.http;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.room.ReadRooms;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/v1/chatrooms/{roomId}/participants}. */
public final class ListParticipantsHandler extends ChatEndpoint {

  private final ReadRooms readRooms;

  public ListParticipantsHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public ListParticipantsHandler(ChatWiring wiring) {
    super(wiring.routes());
    readRooms = wiring.readRooms();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return HttpReply.list(
        readRooms.participants(asked(request)).stream().map(view()::person).toList());
  }
}
