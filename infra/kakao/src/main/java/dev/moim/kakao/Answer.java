package dev.moim.kakao;

import dev.moim.shared.wire.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * What Kakao answers.
 *
 * @param location where a browser is sent, if it is
 */
public record Answer(int status, String contentType, String body, Optional<String> location) {

  static Answer json(int status, Map<String, ?> body) {
    return new Answer(status, "application/json;charset=UTF-8", Json.write(body), Optional.empty());
  }

  static Answer page(int status, String html) {
    return new Answer(status, "text/html;charset=UTF-8", html, Optional.empty());
  }

  static Answer redirect(String location) {
    return new Answer(302, "text/plain", "", Optional.of(location));
  }

  /**
   * As the host for logins says it.
   *
   * @param code begins with {@code KOE}
   */
  static Answer refused(int status, OAuthError error, String code) {
    return json(
        status,
        Map.of("error", error.name, "error_description", error.description, "error_code", code));
  }

  /** The standard's name of an error, and what Kakao says of it. */
  record OAuthError(String name, String description) {}

  /** As the API says it. */
  static Answer failed(int status, String message, int code) {
    return json(status, Map.of("msg", message, "code", code));
  }
}
