package dev.moim.testkit.livekit;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import livekit.LivekitWebhook.WebhookEvent;

/**
 * A webhook as LiveKit posts it.
 *
 * @param authorization the header of that name
 */
public record SignedWebhook(String body, String authorization) {

  private static final Duration LIFE = Duration.ofMinutes(5);

  public static SignedWebhook of(WebhookEvent event, String key, String secret, Instant now) {
    try {
      String body = JsonFormat.printer().omittingInsignificantWhitespace().print(event);
      return of(body, key, secret, now);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static SignedWebhook of(String body, String key, String secret, Instant now) {
    String token =
        JWT.create()
            .withIssuer(key)
            .withNotBefore(now)
            .withExpiresAt(now.plus(LIFE))
            .withClaim("sha256", sha256(body))
            .sign(Algorithm.HMAC256(secret));
    return new SignedWebhook(body, token);
  }

  private static String sha256(String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
