package dev.moim.accounts.http;

import dev.moim.accounts.login.OpenSession;
import dev.moim.accounts.login.RefreshToken;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Optional;

/** The cookie in which browsers keep a refresh token, out of reach of scripts. */
final class RefreshCookie {

  private static final String NAME = "refresh";

  private RefreshCookie() {}

  static Optional<String> of(HttpRequest request) {
    return Optional.ofNullable(request.cookies().get(NAME));
  }

  /** Sets it. */
  static HttpReply with(HttpReply reply, HttpRequest request, RefreshToken token) {
    return set(reply, request, token.text(), OpenSession.LIFE.toSeconds());
  }

  /** Takes it away. */
  static HttpReply without(HttpReply reply, HttpRequest request) {
    return set(reply, request, "", 0);
  }

  private static HttpReply set(HttpReply reply, HttpRequest request, String value, long seconds) {
    String cookie =
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax".formatted(NAME, value, seconds);
    return reply.with("set-cookie", isLocal(request) ? cookie : cookie + "; Secure");
  }

  /** A developer's machine has no certificate. */
  private static boolean isLocal(HttpRequest request) {
    String host = request.host().replaceFirst(":\\d+$", "");
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
