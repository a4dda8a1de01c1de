package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.delivery.DeliveryLog.MessageId;

/** {@code POST /v1/webhooks/{webhook_id}/deliveries/{delivery_id}}. */
public final class RedeliverHandler extends WebhookEndpoint {

  public RedeliverHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public RedeliverHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    MessageId delivery = new MessageId(request.pathParameter("delivery_id"));
    return WebhookJson.accepted(wiring().redeliver().again(key(tenant, request), delivery));
  }
}
