package dev.moim.licenses.http;

import dev.moim.licenses.LicensesWiring;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.licenses.License;
import java.util.Optional;

/** A route that only a tenant's server may use: with a token, of a license that is enabled. */
abstract class TenantEndpoint extends HttpEndpoint {

  private final LicensesWiring wiring;

  TenantEndpoint(LicensesWiring wiring) {
    super(new TenantErrors());
    this.wiring = wiring;
  }

  abstract HttpReply serve(License tenant, HttpRequest request);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    return serve(wiring.tenants().admit(token(request)), request);
  }

  @Override
  protected final void prime() {
    wiring.prime();
  }

  final LicensesWiring wiring() {
    return wiring;
  }

  /** The document's own header, or the one every HTTP client knows. */
  static Optional<String> token(HttpRequest request) {
    return request.header("s-connector-jwt").or(request::bearer);
  }
}
