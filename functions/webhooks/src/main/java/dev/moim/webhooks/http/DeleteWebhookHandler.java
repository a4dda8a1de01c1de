package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import java.util.Map;

/** {@code DELETE /v1/webhooks/{webhook_id}}. */
public final class DeleteWebhookHandler extends WebhookEndpoint {

  private static final int NO_CONTENT = 204;

  public DeleteWebhookHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public DeleteWebhookHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    wiring().manage().delete(key(tenant, request));
    return HttpReply.of(NO_CONTENT, Map.of());
  }
}
