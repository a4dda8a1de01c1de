package dev.moim.accounts.http;

import dev.moim.accounts.login.OpenSession;
import dev.moim.accounts.login.RefreshToken;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** The cookie in which browsers keep a refresh token. */
final class RefreshCookie {

  private static final ProofCookie COOKIE = new ProofCookie("refresh", "/");

  private RefreshCookie() {}

  static Optional<String> of(HttpRequest request) {
    return COOKIE.of(request);
  }

  /** Sets it. */
  static HttpReply with(HttpReply reply, HttpRequest request, RefreshToken token) {
    return COOKIE.set(reply, request, token.text(), OpenSession.LIFE);
  }

  /** Takes it away. */
  static HttpReply without(HttpReply reply, HttpRequest request) {
    return COOKIE.set(reply, request, "", Duration.ZERO);
  }
}
