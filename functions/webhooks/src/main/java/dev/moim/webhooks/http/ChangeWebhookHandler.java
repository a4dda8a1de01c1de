package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;

/** {@code PATCH /v1/webhooks/{webhook_id}}. */
public final class ChangeWebhookHandler extends WebhookEndpoint {

  public ChangeWebhookHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public ChangeWebhookHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    var changed = wiring().manage().change(key(tenant, request), request.json());
    return WebhookJson.one(changed, wiring().clock().instant());
  }
}
