package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/**
 * {@code GET /v1/info} and its older name {@code GET /license/info}: also for a disabled license,
 * which can see here that it is.
 */
@Examples({"licenseInfo", "v1Info"})
public final class InfoHandler extends HttpEndpoint {

  private final LicensesWiring wiring;

  public InfoHandler() {
    this(new LicensesWiring(Deployment.of(Environment.settings())));
  }

  public InfoHandler(LicensesWiring wiring) {
    super(new TenantErrors());
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return InfoJson.of(
        wiring.tenants().identify(TenantEndpoint.token(request)),
        wiring.limits(),
        wiring.clock().instant());
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
