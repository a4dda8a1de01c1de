package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import java.util.Map;

/** {@code POST /v1/webhooks/{webhook_id}/secret}. */
public final class RotateSecretHandler extends WebhookEndpoint {

  public RotateSecretHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public RotateSecretHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    // No body is as good as one that asks for nothing.
    Fields wish = request.hasBody() ? request.json() : new Fields(Map.of());
    var rotated = wiring().manage().rotate(key(tenant, request), wish);
    return WebhookJson.rotated(rotated, wiring().clock().instant());
  }
}
