package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.login.LoggedIn;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.TrustedOrigins;
import dev.moim.shared.lambda.CookieGuard;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Examples;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /token/reissue}, and {@code /api/v1/token/reissue}, where clients look for it. */
@Examples({"apiV1TokenReissue", "tokenReissue"})
public final class ReissueHandler extends AccountEndpoint {

  private final AccountsWiring wiring;
  private final CookieGuard guard;

  public ReissueHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public ReissueHandler(AccountsWiring wiring) {
    super(wiring::prime);
    this.wiring = wiring;
    guard = new CookieGuard(TrustedOrigins.from(wiring.settings()));
  }

  /** The document and its clients disagree about names: all of them are there. */
  @Override
  HttpReply answer(HttpRequest request) {
    guard.check(request);
    LoggedIn in = wiring.reissue().run(RefreshCookie.of(request));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("accessToken", in.access());
    body.put("access_token", in.access());
    HttpReply reply = HttpReply.ok(body).with("access", in.access());
    return RefreshCookie.with(reply, request, in.refresh());
  }
}
