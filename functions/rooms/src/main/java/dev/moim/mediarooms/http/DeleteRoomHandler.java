package dev.moim.mediarooms.http;

import dev.moim.lambda.Environment;
import dev.moim.lambda.HttpEndpoint;
import dev.moim.lambda.HttpReply;
import dev.moim.lambda.HttpRequest;
import dev.moim.mediarooms.RoomsWiring;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code DELETE /api/room/{roomId}}. */
public final class DeleteRoomHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public DeleteRoomHandler() {
    this(new RoomsWiring(Environment.settings()));
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
