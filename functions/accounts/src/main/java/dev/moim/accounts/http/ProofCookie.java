package dev.moim.accounts.http;

import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie that proves something, out of reach of scripts.
 *
 * @param path of what it is sent to
 */
record ProofCookie(String name, String path) {

  Optional<String> of(HttpRequest request) {
    return Optional.ofNullable(request.cookies().get(name));
  }

  /**
   * @param life none takes it away
   */
  HttpReply set(HttpReply reply, HttpRequest request, String value, Duration life) {
    String cookie =
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax"
            .formatted(name, value, path, life.toSeconds());
    return reply.with("set-cookie", isLocal(request) ? cookie : cookie + "; Secure");
  }

  /** A developer's machine has no certificate. */
  private static boolean isLocal(HttpRequest request) {
    String host = request.host().replaceFirst(":\\d+$", "");
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
