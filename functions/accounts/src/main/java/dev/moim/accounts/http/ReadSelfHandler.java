package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/v1/users/me}. */
public final class ReadSelfHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public ReadSelfHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public ReadSelfHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    return HttpReply.ok(new AccountJson(wiring.pictures()).own(WhoAsks.profiled(wiring, request)));
  }
}
