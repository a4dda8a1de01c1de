package dev.moim.rooms.http;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.lambda.viewer.ViewerHeaders;

/** {@code POST /api/room/create}. */
public final class CreateRoomHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public CreateRoomHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
  }

  public CreateRoomHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to create room: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    var viewer = ViewerHeaders.read(request.headers());
    return HttpReply.ok(
        RoomJson.created(wiring.createRoom().create(caller, viewer, request.json())));
  }

  @Override
  protected void prime() {
    wiring.primeMedia();
    ViewerHeaders.prime();
  }
}
