package dev.moim.mediarooms.http;

import dev.moim.lambda.Environment;
import dev.moim.lambda.HttpEndpoint;
import dev.moim.lambda.HttpReply;
import dev.moim.lambda.HttpRequest;
import dev.moim.lambda.viewer.ViewerHeaders;
import dev.moim.mediarooms.RoomsWiring;

/** {@code POST /api/room/join} and {@code POST /api/token}. */
public final class IssueTokenHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public IssueTokenHandler() {
    this(new RoomsWiring(Environment.settings()));
  }

  public IssueTokenHandler(RoomsWiring wiring) {
    super(new RoomErrors("Failed to join room: "));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var caller = wiring.access().caller(request);
    var viewer = ViewerHeaders.read(request.headers());
    return HttpReply.ok(RoomJson.issued(wiring.issueToken().issue(caller, viewer, request.json())));
  }

  @Override
  protected void prime() {
    wiring.prime();
    ViewerHeaders.prime();
  }
}
