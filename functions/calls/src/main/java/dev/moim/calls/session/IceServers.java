package dev.moim.calls.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a browser finds its way through NATs: STUN, and TURN with credentials that expire. The name
 * is {@code expiry:user} and the password its HMAC-SHA1, as coturn and others check it
 * (draft-uberti-behave-turn-rest-00).
 */
public final class IceServers {

  /** As long as a socket can live, and then some: a call must not lose its relay halfway. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final List<String> stunUrls;
  private final List<String> turnUrls;
  private final Supplier<Optional<String>> turnSecret;
  private final Clock clock;

  /**
   * @param turnSecret shared with the TURN server; asked for each time, since it may be rotated
   */
  public IceServers(
      List<String> stunUrls,
      List<String> turnUrls,
      Supplier<Optional<String>> turnSecret,
      Clock clock) {
    this.stunUrls = stunUrls;
    this.turnUrls = turnUrls;
    this.turnSecret = turnSecret;
    this.clock = clock;
  }

  List<Map<String, Object>> forUser(String userId) {
    List<Map<String, Object>> servers = new ArrayList<>();
    if (!stunUrls.isEmpty()) {
      servers.add(Map.of("urls", stunUrls));
    }
    if (!turnUrls.isEmpty()) {
      turnSecret.get().ifPresent(secret -> servers.add(turn(userId, secret)));
    }
    return servers;
  }

  private Map<String, Object> turn(String userId, String secret) {
    String username = clock.instant().plus(LIFE).getEpochSecond() + ":" + userId;
    return Map.of("urls", turnUrls, "username", username, "credential", hmac(secret, username));
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
    }
  }
}
