package dev.moim.rooms.http;

import dev.moim.rooms.RoomError;
import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/**
 * {@code POST /api/livekit/webhook}. Whatever is not LiveKit's, or was handled before, gets 401:
 * LiveKit repeats only what fails with 5xx.
 */
public final class WebhookHandler extends HttpEndpoint {

  private final RoomsWiring wiring;

  public WebhookHandler() {
    this(new RoomsWiring(Deployment.of(Environment.settings())));
  }

  public WebhookHandler(RoomsWiring wiring) {
    super(new RoomErrors(""));
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    var delivery =
        wiring.webhooks().verify(request.body(), request.header("authorization").orElse(""));
    boolean applied =
        delivery.isPresent()
            && wiring.applyMediaEvent().apply(delivery.get().eventId(), delivery.get().event());
    if (!applied) {
      throw new DomainException(RoomError.UNAUTHORIZED);
    }
    return HttpReply.ok(Map.of());
  }

  @Override
  protected void prime() {
    wiring.primeMedia();
  }
}
