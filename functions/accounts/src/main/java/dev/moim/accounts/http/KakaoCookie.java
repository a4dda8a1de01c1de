package dev.moim.accounts.http;

import dev.moim.accounts.social.Attempt;
import dev.moim.accounts.social.Attempts;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Optional;

/** The cookie of a browser that is on its way to Kakao and back. */
final class KakaoCookie {

  private static final ProofCookie COOKIE = new ProofCookie("kakao", "/api/v1/oauth/kakao");

  private KakaoCookie() {}

  static Optional<Attempt> of(HttpRequest request) {
    return COOKIE.of(request).flatMap(Attempt::parse);
  }

  static HttpReply with(HttpReply reply, HttpRequest request, Attempt attempt) {
    return COOKIE.set(reply, request, attempt.text(), Attempts.LIFE);
  }
}
