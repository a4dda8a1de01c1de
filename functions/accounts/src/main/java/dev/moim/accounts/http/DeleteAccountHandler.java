package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code DELETE /api/v1/users}. */
public final class DeleteAccountHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public DeleteAccountHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public DeleteAccountHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    wiring.deleteAccount().run(WhoAsks.account(wiring, request));
    return RefreshCookie.without(message(200, "회원 탈퇴가 완료되었습니다"), request);
  }
}
