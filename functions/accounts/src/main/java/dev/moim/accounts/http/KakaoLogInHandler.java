package dev.moim.accounts.http;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.login.LoggedIn;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.TrustedOrigins;
import dev.moim.shared.lambda.CookieGuard;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/oauth/kakao/callback}: a page hands on the code that the browser brought. */
public final class KakaoLogInHandler extends AccountEndpoint {

  private final AccountsWiring wiring;
  private final CookieGuard guard;

  public KakaoLogInHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public KakaoLogInHandler(AccountsWiring wiring) {
    super(() -> {
      wiring.prime();
      wiring.social().prime();
    });
    this.wiring = wiring;
    guard = new CookieGuard(TrustedOrigins.from(wiring.settings()));
  }

  @Override
  HttpReply answer(HttpRequest request) {
    guard.check(request);
    Form form = new Form(request.json());
    var code = form.required("code", KakaoCode.KIND);
    form.check();
    String text =
        code.filter(KakaoCode::isOne)
            .orElseThrow(() -> new DomainException(AccountError.INVALID_KAKAO_CODE));
    LoggedIn in = wiring.social().logIn().run(text, KakaoCookie.of(request), request.source());
    return RefreshCookie.with(HttpReply.ok(body(in)), request, in.refresh());
  }

  /** The document's names first, then those that its clients read as well. */
  private static Map<String, ?> body(LoggedIn in) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("accessToken", in.access());
    body.put("refreshToken", in.refresh().text());
    body.put("userId", in.userId());
    body.put("nickname", in.account().names().nickname().text());
    body.put("phone", AccountJson.phone(in.account()));
    body.put("message", "로그인되었습니다.");
    return body;
  }
}
