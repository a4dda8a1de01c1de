package dev.moim.rooms.http;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/room/{roomId}}. */
public final class GetRoomHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public GetRoomHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
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
