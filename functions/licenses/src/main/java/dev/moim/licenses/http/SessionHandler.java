package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;

/** {@code GET /v1/sessions/{room_name}}. */
public final class SessionHandler extends TenantEndpoint {

  public SessionHandler() {
    this(new LicensesWiring(Deployment.of(Environment.settings())));
  }

  public SessionHandler(LicensesWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    return SessionJson.state(
        wiring().readSessions().one(tenant, request.pathParameter("room_name")));
  }
}
