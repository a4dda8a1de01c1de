package dev.moim.kakao;

import dev.moim.shared.wire.json.Json;
import java.util.Map;

/**
 * The app at Kakao that asks people to log in.
 *
 * @param clientId its REST API key
 * @param keys which only its server knows
 */
public record App(String clientId, Keys keys) {

  /**
   * @param clientSecret proves the app when it asks for tokens
   * @param adminKey lets it act for everybody who has consented
   */
  public record Keys(String clientSecret, String adminKey) {}

  /**
   * What a deployment keeps as {@code KAKAO_SECRET}.
   *
   * @param url of both hosts
   */
  public String secret(String url) {
    return Json.write(
        Map.of(
            "authUrl",
            url,
            "apiUrl",
            url,
            "clientId",
            clientId,
            "clientSecret",
            keys.clientSecret(),
            "adminKey",
            keys.adminKey()));
  }

  /** The app of the local runtime and of tests; it opens nothing. */
  public static final App LOCAL =
      new App("moim-local", new Keys("moim-local-secret", "moim-local-admin"));
}
