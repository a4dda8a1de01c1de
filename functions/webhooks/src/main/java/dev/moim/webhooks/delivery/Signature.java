package dev.moim.webhooks.delivery;

import dev.moim.shared.kernel.HmacSha256;
import dev.moim.webhooks.endpoint.SigningKeys;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of Standard Webhooks, by which a receiver knows a message for ours. */
final class Signature {

  private Signature() {}

  /** Signed anew at each attempt: receivers refuse what is older than five minutes. */
  static Map<String, String> headers(Message message, SigningKeys keys, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    String signed = message.id() + "." + timestamp + "." + message.body();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", timestamp);
    headers.put(
        "webhook-signature",
        keys.at(now).stream()
            .map(key -> "v1," + sign(key, signed))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String sign(String key, String text) {
    return Base64.getEncoder().encodeToString(HmacSha256.of(SigningKeys.bytes(key), text));
  }
}
