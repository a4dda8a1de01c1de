package dev.moim.rooms.http;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/rooms}. */
public final class ListRoomsHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public ListRoomsHandler() {
    this(new RoomsWiring(Environment.settings()));
  }

  public ListRoomsHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to list rooms: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    var page = wiring.readRooms().list(caller, request.query("limit"), request.query("cursor"));
    return HttpReply.ok(RoomJson.rooms(page));
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
