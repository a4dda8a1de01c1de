package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;

/** {@code GET /v1/webhooks}. */
public final class ListWebhooksHandler extends WebhookEndpoint {

  public ListWebhooksHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public ListWebhooksHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    return WebhookJson.list(wiring().manage().list(tenant.id()), wiring().clock().instant());
  }
}
