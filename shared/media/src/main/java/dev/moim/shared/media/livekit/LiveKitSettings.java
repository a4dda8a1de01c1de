package dev.moim.shared.media.livekit;

import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.wire.json.Json;
import java.util.regex.Pattern;

/**
 * Where LiveKit is and how to prove who we are.
 *
 * @param apiUrl {@code http://…} or {@code https://…}, for our own requests
 * @param clientUrl {@code ws://…} or {@code wss://…}, for browsers and apps
 */
public record LiveKitSettings(String apiUrl, String clientUrl, String apiKey, String apiSecret) {

  private static final Pattern ADDRESS = Pattern.compile("(?:ws|http)(s?)(://[\\w.:\\[\\]-]+)/?");

  public LiveKitSettings {
    if (!apiUrl.startsWith("http") || !clientUrl.startsWith("ws")) {
      throw new IllegalArgumentException("LiveKit's API is HTTP, and its clients use WebSockets");
    }
  }

  /**
   * @param secret {@code {"url", "apiKey", "apiSecret"}}, and {@code publicUrl} where clients have
   *     another address than we
   * @throws dev.moim.shared.kernel.MalformedException if it is no JSON object
   * @throws FieldException if one of them is missing or malformed
   */
  static LiveKitSettings read(String secret) {
    Fields fields = new Fields(Json.readObject(secret));
    String forUs = fields.text("url");
    String forClients = fields.optionalText("publicUrl").orElse(forUs);
    return new LiveKitSettings(
        address("url", forUs, "http"),
        address("publicUrl", forClients, "ws"),
        fields.text("apiKey"),
        fields.text("apiSecret"));
  }

  /** LiveKit's documents write its address with either scheme; each protocol wants its own. */
  private static String address(String field, String url, String scheme) {
    var parts = ADDRESS.matcher(url);
    if (!parts.matches()) {
      throw FieldException.invalid(field, "an address such as wss://example.livekit.cloud");
    }
    return scheme + parts.group(1) + parts.group(2);
  }

  /** Without the secret: records end up in logs. */
  @Override
  public String toString() {
    return "LiveKit at " + apiUrl;
  }
}
