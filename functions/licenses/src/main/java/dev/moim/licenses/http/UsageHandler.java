package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;

/** {@code GET /v1/static}. */
public final class UsageHandler extends TenantEndpoint {

  public UsageHandler() {
    this(new LicensesWiring(Deployment.of(Environment.settings())));
  }

  public UsageHandler(LicensesWiring wiring) {
    super(wiring);
  }

  @Override
  HttpReply serve(License tenant, HttpRequest request) {
    return UsageJson.of(wiring().readUsage().during(tenant, request.parameters()));
  }
}
