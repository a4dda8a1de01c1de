package dev.moim.shared.wire.jwt;

import dev.moim.shared.kernel.HmacSha256;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens (RFC 7519) signed with HMAC-SHA256, the only algorithm LiveKit and our own tokens
 * use. A token that names another one, or none, is refused before anything else of it is read.
 */
public final class Hs256 {

  /** How far the clocks of two machines may differ; LiveKit allows as much. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private static final String ALGORITHM = "HS256";
  private static final String HEADER = header("{\"alg\":\"HS256\"}");
  private static final String TYPED_HEADER = header("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private Hs256() {}

  /** A token with these claims. Times are in seconds, as RFC 7519 wants them. */
  public static String sign(Map<String, ?> claims, String secret) {
    return sign(HEADER, claims, secret);
  }

  /** The same whose header also says that it is a token, as some documents show theirs. */
  public static String signTyped(Map<String, ?> claims, String secret) {
    return sign(TYPED_HEADER, claims, secret);
  }

  private static String sign(String header, Map<String, ?> claims, String secret) {
    String content = header + "." + encode(Json.write(claims).getBytes(StandardCharsets.UTF_8));
    return content + "." + encode(HmacSha256.of(secret, content));
  }

  /**
   * The claims of a token that was signed with this secret and is valid at this moment; empty for
   * any other text. A token without {@code exp} is not accepted: it would be valid for ever.
   */
  public static Optional<Map<String, @Nullable Object>> verify(
      String token, String secret, Instant now) {
    return signed(token, secret).filter(claims -> valid(claims, now));
  }

  /**
   * The claims of a token that was signed with this secret, even if it is no longer valid, or not
   * yet: good for telling its bearer why it is refused, and for nothing else.
   */
  public static Optional<Map<String, @Nullable Object>> signed(String token, String secret) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      if (!ALGORITHM.equals(object(parts[0]).get("alg"))
          || !MessageDigest.isEqual(
              HmacSha256.of(secret, parts[0] + "." + parts[1]),
              Base64.getUrlDecoder().decode(parts[2]))) {
        return Optional.empty();
      }
      return Optional.of(object(parts[1]));
    } catch (IllegalArgumentException | MalformedException garbage) {
      return Optional.empty();
    }
  }

  private static boolean valid(Map<String, @Nullable Object> claims, Instant now) {
    return claims.get("exp") instanceof Number expiry
        && now.minus(LEEWAY).getEpochSecond() < expiry.longValue()
        && (!(claims.get("nbf") instanceof Number start)
            || now.plus(LEEWAY).getEpochSecond() >= start.longValue());
  }

  private static Map<String, @Nullable Object> object(String part) {
    byte[] text = Base64.getUrlDecoder().decode(part);
    return Json.readObject(new String(text, StandardCharsets.UTF_8));
  }

  private static String header(String json) {
    return encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
