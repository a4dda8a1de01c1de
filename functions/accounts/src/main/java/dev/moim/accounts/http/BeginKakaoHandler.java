package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.social.BeginKakaoLogin.Begun;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code GET /api/v1/oauth/kakao}: where a page sends whoever wants to log in with Kakao. */
public final class BeginKakaoHandler extends AccountEndpoint {

  private final AccountsWiring wiring;

  public BeginKakaoHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public BeginKakaoHandler(AccountsWiring wiring) {
    super(() -> {});
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Begun begun = wiring.social().begin().run();
    HttpReply away = HttpReply.of(302, Map.of()).with("location", begun.address().toString());
    return KakaoCookie.with(away.with("cache-control", "no-store"), request, begun.attempt());
  }
}
