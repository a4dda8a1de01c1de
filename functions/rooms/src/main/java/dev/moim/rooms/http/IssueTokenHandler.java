package dev.moim.rooms.http;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.lambda.viewer.ViewerHeaders;

/** {@code POST /api/room/join} and {@code POST /api/token}. */
@Examples({"join", "token"})
public final class IssueTokenHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public IssueTokenHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
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
