package dev.moim.local;

import dev.moim.kakao.App;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets as functions read them, which on AWS are kept by Secrets Manager: the address and the
 * keys of one outside service are one JSON text.
 */
public final class LocalSecrets {

  private static final Map<String, String> LIVEKIT =
      Map.of(
          "LIVEKIT_URL", "url",
          "LIVEKIT_PUBLIC_URL", "publicUrl",
          "LIVEKIT_API_KEY", "apiKey",
          "LIVEKIT_API_SECRET", "apiSecret");

  private LocalSecrets() {}

  /**
   * The settings of functions that use this LiveKit.
   *
   * @param url for us and for clients
   */
  public static Map<String, String> liveKit(String url, String apiKey, String apiSecret) {
    return Map.of(
        "LIVEKIT_SECRET", Json.text(Map.of("url", url, "apiKey", apiKey, "apiSecret", apiSecret)));
  }

  /**
   * The same of the LiveKit that a shell names, in the words of LiveKit's own tools.
   *
   * @return nothing if its address or one of its keys is missing
   */
  static Optional<Map<String, String>> liveKit(Map<String, String> shell) {
    Map<String, String> secret = new HashMap<>();
    LIVEKIT.forEach((name, field) -> {
      String value = shell.getOrDefault(name, "");
      if (!value.isBlank()) {
        secret.put(field, value);
      }
    });
    return secret.keySet().containsAll(Set.of("url", "apiKey", "apiSecret"))
        ? Optional.of(Map.of("LIVEKIT_SECRET", Json.text(secret)))
        : Optional.empty();
  }

  /** The settings of functions that use the TURN servers which a shell names, if it names any. */
  static Map<String, String> turn(Map<String, String> shell) {
    String urls = shell.getOrDefault("TURN_URLS", "");
    String secret = shell.getOrDefault("TURN_SECRET", "");
    return urls.isBlank() || secret.isBlank()
        ? Map.of()
        : Map.of("TURN_SECRET", Json.text(Map.of("urls", urls, "secret", secret)));
  }

  /** The settings of functions that let people log in by the Kakao of this machine. */
  public static Map<String, String> kakao(String url) {
    return Map.of("KAKAO_SECRET", App.LOCAL.secret(url));
  }
}
