package dev.moim.webhooks.http;

import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.endpoint.EndpointKey;

/** A route for a tenant's server: with a token, of a license that is enabled. */
abstract class WebhookEndpoint extends HttpEndpoint {

  private final WebhooksWiring wiring;

  WebhookEndpoint(WebhooksWiring wiring) {
    super(new WebhookErrors());
    this.wiring = wiring;
  }

  abstract HttpReply serve(License tenant, HttpRequest request);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    var token = request.header("s-connector-jwt").or(request::bearer);
    return serve(wiring.tenants().admit(token), request);
  }

  @Override
  protected final void prime() {
    wiring.prime();
  }

  final WebhooksWiring wiring() {
    return wiring;
  }

  /** The one that the route names. */
  static EndpointKey key(License tenant, HttpRequest request) {
    return new EndpointKey(tenant.id(), request.pathParameter("webhook_id"));
  }
}
