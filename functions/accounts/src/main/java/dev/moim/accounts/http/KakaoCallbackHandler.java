package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.social.Attempt;
import dev.moim.accounts.social.ReturnFromKakao;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /api/v1/oauth/kakao/callback}: Kakao sends the browser here, and we send it on to the
 * page of the deployment, with the code or with the word for what went wrong.
 */
public final class KakaoCallbackHandler extends AccountEndpoint {

  /** RFC 6749's words; others are none of ours and not repeated. */
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

  private final AccountsWiring wiring;

  public KakaoCallbackHandler() {
    this(new AccountsWiring(Deployment.of(Environment.settings())));
  }

  public KakaoCallbackHandler(AccountsWiring wiring) {
    super(() -> {});
    this.wiring = wiring;
  }

  @Override
  HttpReply answer(HttpRequest request) {
    ReturnFromKakao back = wiring.social().comeBack();
    Optional<Attempt> attempt = KakaoCookie.of(request);
    Optional<String> error = request.query("error").filter(word -> !word.isEmpty());
    String code = request.query("code").orElse("");
    if (error.isPresent()) {
      return page("error", error.filter(word -> ERROR.matcher(word).matches()).orElse("unknown"));
    }
    if (!KakaoCode.isOne(code)) {
      return page("error", "invalid_request");
    }
    Optional<String> state = request.query("state").filter(it -> !it.isEmpty());
    if (!back.mayGoOn(code, state, attempt)) {
      return page("error", "invalid_state");
    }
    HttpReply on = page("code", code);
    return state
        .flatMap(_ -> attempt)
        .map(it -> KakaoCookie.with(on, request, back.sealed(it, code)))
        .orElse(on);
  }

  private HttpReply page(String name, String value) {
    String page = wiring.settings().require("KAKAO_PAGE");
    String to =
        page
            + (page.contains("?") ? "&" : "?")
            + name
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return HttpReply.of(302, Map.of()).with("location", to).with("cache-control", "no-store");
  }
}
