package dev.moim.rooms.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Timestamps;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/health}: says that requests arrive, and asks nothing else. */
public final class HealthHandler extends HttpEndpoint {

  private final Clock clock;

  public HealthHandler() {
    this(Deployment.of(Environment.settings()).clock());
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
