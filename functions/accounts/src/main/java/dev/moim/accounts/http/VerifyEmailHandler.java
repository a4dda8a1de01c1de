package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code POST /api/v1/users/signup/verify?code=}. */
public final class VerifyEmailHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public VerifyEmailHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public VerifyEmailHandler(AccountsWiring wiring) {
    super(wiring::primeVerification);
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    wiring.verifyEmail().run(request.query("code"), request.source());
    return message(200, "이메일 인증이 완료되었습니다.");
  }
}
