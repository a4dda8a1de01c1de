package dev.moim.shared.media;

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

  /**
   * TURN servers, if there are any.
   *
   * @param secret shared with them; asked for each time, since it may be rotated
   */
  public record Turn(List<String> urls, Supplier<Optional<String>> secret) {}

  private final List<String> stunUrls;
  private final Turn turn;
  private final Clock clock;

  public IceServers(List<String> stunUrls, Turn turn, Clock clock) {
    this.stunUrls = stunUrls;
    this.turn = turn;
    this.clock = clock;
  }

  /** What a browser takes as {@code iceServers}. */
  public List<Map<String, Object>> forUser(String userId) {
    List<Map<String, Object>> servers = new ArrayList<>();
    if (!stunUrls.isEmpty()) {
      servers.add(Map.of("urls", stunUrls));
    }
    if (!turn.urls().isEmpty()) {
      String username = clock.instant().plus(LIFE).getEpochSecond() + ":" + userId;
      turn.secret()
          .get()
          .map(secret -> password(username, secret))
          .ifPresent(password ->
              servers.add(
                  Map.of("urls", turn.urls(), "username", username, "credential", password)));
    }
    return servers;
  }

  private static String password(String username, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
    }
  }
}
