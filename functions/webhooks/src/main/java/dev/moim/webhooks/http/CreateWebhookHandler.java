package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;

/** {@code POST /v1/webhooks}. */
public final class CreateWebhookHandler extends WebhookEndpoint {

  public CreateWebhookHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public CreateWebhookHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    var created = wiring().manage().create(tenant.id(), request.json());
    return WebhookJson.created(created, wiring().clock().instant());
  }
}
