package dev.moim.licenses.http;

import dev.moim.lambda.Environment;
import dev.moim.lambda.HttpReply;
import dev.moim.lambda.HttpRequest;
import dev.moim.license.License;
import dev.moim.licenses.LicensesWiring;

/** {@code GET /v1/static}. */
public final class UsageHandler extends TenantEndpoint {

  public UsageHandler() {
    this(new LicensesWiring(Environment.settings()));
  }

  public UsageHandler(LicensesWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    return UsageJson.of(wiring().readUsage().during(tenant, request.parameters()));
  }
}
