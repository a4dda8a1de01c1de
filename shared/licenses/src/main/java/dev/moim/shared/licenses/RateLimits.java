package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Settings;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits on what costs money or can flood. The first three hold for a license, exactly, however
 * many function instances serve it. The others hold for a connection in each function instance, and
 * the stage's own throttling bounds them all together.
 */
public record RateLimits(
    RateLimit register, RateLimit createRoom, RateLimit auth, RateLimit chat, RateLimit drawing) {

  /** None that an honest client meets. */
  public static final RateLimits DEFAULTS =
      new RateLimits(
          new RateLimit(100, 600),
          new RateLimit(100, 300),
          new RateLimit(100, 300),
          new RateLimit(60, 600),
          new RateLimit(600, 7200));

  private static final String SETTING = "RATE_LIMITS";

  /**
   * The defaults, of which the setting {@code RATE_LIMITS} may change some: {@code
   * register=200/1200,chat=30/300}, each as burst and times a minute.
   *
   * @throws IllegalStateException if it reads otherwise: a defect of the deployment
   */
  public static RateLimits from(Settings settings) {
    Map<String, RateLimit> given = new HashMap<>();
    try {
      for (String entry : settings.list(SETTING)) {
        int equals = entry.indexOf('=');
        given.put(
            entry.substring(0, Math.max(0, equals)), RateLimit.parse(entry.substring(equals + 1)));
      }
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException("setting " + SETTING + ": " + wrong.getMessage(), wrong);
    }
    RateLimits limits =
        new RateLimits(
            take(given, "register", DEFAULTS.register),
            take(given, "createRoom", DEFAULTS.createRoom),
            take(given, "auth", DEFAULTS.auth),
            take(given, "chat", DEFAULTS.chat),
            take(given, "drawing", DEFAULTS.drawing));
    if (!given.isEmpty()) {
      throw new IllegalStateException("setting " + SETTING + " knows no " + given.keySet());
    }
    return limits;
  }

  private static RateLimit take(Map<String, RateLimit> given, String name, RateLimit unlessGiven) {
    RateLimit limit = given.remove(name);
    return limit == null ? unlessGiven : limit;
  }
}
