package dev.moim.rooms.http;

import dev.moim.rooms.ReadRooms;
import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/rooms}. */
public final class ListRoomsHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public ListRoomsHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
  }

  public ListRoomsHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to list rooms: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    var limit = request.query("limit");
    var cursor = request.query("cursor");
    boolean plain = request.parameters().optionalFlag("all").orElse(false);
    ReadRooms rooms = wiring.readRooms();
    return HttpReply.ok(
        RoomJson.rooms(
            limit.isPresent() || cursor.isPresent()
                ? rooms.page(limit, caller, plain, cursor)
                : rooms.all(caller, plain)));
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
