package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;

/** {@code GET /v1/sessions}. */
public final class SessionsHandler extends TenantEndpoint {

  public SessionsHandler() {
    this(new LicensesWiring(Deployment.of(Environment.settings())));
  }

  public SessionsHandler(LicensesWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    return SessionJson.page(
        wiring().readSessions().list(tenant, request.parameters()), request.host());
  }
}
