package dev.moim.webhooks.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.event.HookEvent;
import dev.moim.webhooks.json.EventJson;

/** {@code POST /v1/webhooks/{webhook_id}/test}. */
public final class TestWebhookHandler extends WebhookEndpoint {

  private static final int UNIQUE = 12;

  public TestWebhookHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public TestWebhookHandler(WebhooksWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    var now = wiring().clock().instant();
    HookEvent test = HookEvent.test(tenant.id(), now, Ids.base36(UNIQUE));
    var sent = wiring().redeliver().test(key(tenant, request), EventJson.message(test));
    return WebhookJson.accepted(sent);
  }
}
