package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code POST /v1/auth}. */
public final class AuthHandler extends HttpEndpoint {

  private final LicensesWiring wiring;

  public AuthHandler() {
    this(new LicensesWiring(Deployment.of(Environment.settings())));
  }

  public AuthHandler(LicensesWiring wiring) {
    super(new TenantErrors());
    this.wiring = wiring;
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    return TenantJson.success(Map.of("accessToken", wiring.issueToken().issue(request.json())));
  }

  @Override
  protected void prime() {
    wiring.primeAdmission();
  }
}
