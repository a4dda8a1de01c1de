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
   * TURN servers.
   *
   * @param secret shared with them
   */
  public record Turn(List<String> urls, String secret) {

    public Turn {
      urls = List.copyOf(urls);
    }

    /** Without the secret: records end up in logs. */
    @Override
    public String toString() {
      return "TURN at " + urls;
    }
  }

  private final List<String> stunUrls;
  private final Optional<Supplier<Turn>> turn;
  private final Clock clock;

  /**
   * @param turn asked for each time, since servers may move and secrets be rotated
   */
  public IceServers(List<String> stunUrls, Optional<Supplier<Turn>> turn, Clock clock) {
    this.stunUrls = List.copyOf(stunUrls);
    this.turn = turn;
    this.clock = clock;
  }

  /** What a browser takes as {@code iceServers}. */
  public List<Map<String, Object>> forUser(String userId) {
    List<Map<String, Object>> servers = new ArrayList<>();
    if (!stunUrls.isEmpty()) {
      servers.add(Map.of("urls", stunUrls));
    }
    turn.map(Supplier::get).ifPresent(there -> servers.add(access(there, userId)));
    return servers;
  }

  private Map<String, Object> access(Turn there, String userId) {
    String username = clock.instant().plus(LIFE).getEpochSecond() + ":" + userId;
    return Map.of(
        "urls",
        there.urls(),
        "username",
        username,
        "credential",
        password(username, there.secret()));
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
