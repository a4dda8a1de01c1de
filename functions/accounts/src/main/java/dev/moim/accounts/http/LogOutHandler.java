package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.jwt.Callers.Caller;

/** {@code DELETE /api/v1/users/logout}. */
public final class LogOutHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public LogOutHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public LogOutHandler(AccountsWiring wiring) {
    super(wiring::primeLogOut);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Caller caller = wiring.callers().of(request.bearer());
    wiring.logOut().run(caller.id(), caller.session());
    return RefreshCookie.without(message(200, "로그아웃되었습니다"), request);
  }
}
