package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.delivery.DeliveryLog;
import dev.moim.webhooks.endpoint.EndpointKey;

/** {@code GET /v1/webhooks/{webhook_id}/deliveries}. */
public final class ListDeliveriesHandler extends WebhookEndpoint {

  private static final int USUAL = 50;

  public ListDeliveriesHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public ListDeliveriesHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    EndpointKey key = key(tenant, request);
    wiring().manage().find(key);
    Fields query = request.parameters();
    int limit = query.optionalInt("limit", 1, DeliveryLog.MAX_PAGE).orElse(USUAL);
    var page = wiring().log().list(key, limit, query.optionalText("cursor"));
    return WebhookJson.deliveries(page, key.endpointId());
  }
}
