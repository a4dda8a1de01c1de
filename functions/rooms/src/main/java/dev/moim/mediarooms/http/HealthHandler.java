package dev.moim.mediarooms.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.kernel.Timestamps;
import dev.moim.lambda.HttpEndpoint;
import dev.moim.lambda.HttpReply;
import dev.moim.lambda.HttpRequest;
import dev.moim.mediarooms.RoomsWiring;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/health}: says that requests arrive, and asks nothing else. */
public final class HealthHandler extends HttpEndpoint {

  private final Clock clock;

  public HealthHandler() {
    this(RoomsWiring.clock());
  }

  public HealthHandler(Clock clock) {
    super(new RoomErrors(""));
    this.clock = clock;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "ok");
    body.put("timestamp", Timestamps.iso(clock.instant()));
    return HttpReply.ok(body);
  }

  @Override
  protected void prime() {
    serve(new HttpRequest(new APIGatewayV2HTTPEvent()));
  }
}
