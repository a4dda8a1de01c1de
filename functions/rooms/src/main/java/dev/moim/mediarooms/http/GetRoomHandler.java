package dev.moim.mediarooms.http;

import dev.moim.lambda.Environment;
import dev.moim.lambda.HttpEndpoint;
import dev.moim.lambda.HttpReply;
import dev.moim.lambda.HttpRequest;
import dev.moim.mediarooms.RoomsWiring;

/** {@code GET /api/room/{roomId}}. */
public final class GetRoomHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public GetRoomHandler() {
    this(new RoomsWiring(Environment.settings()));
  }

  public GetRoomHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to get room: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    return HttpReply.ok(
        RoomJson.room(wiring.readRooms().one(caller, request.pathParameter("roomId"))));
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
