package dev.moim.rooms.http;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code DELETE /api/room/{roomId}}. */
public final class DeleteRoomHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public DeleteRoomHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
  }

  public DeleteRoomHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to delete room: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    String roomId = wiring.deleteRoom().delete(caller, request.pathParameter("roomId"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", "Room deleted successfully");
    body.put("roomId", roomId);
    return HttpReply.ok(body);
  }

  @Override
  protected void prime() {
    wiring.primeMedia();
  }
}
