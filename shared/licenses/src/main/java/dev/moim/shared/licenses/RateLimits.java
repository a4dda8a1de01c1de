package dev.moim.shared.licenses;

import dev.moim.shared.kernel.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Limits on what costs money or can flood. The first three hold for a license, exactly, however
 * many function instances serve it. The others hold for a connection in each function instance, and
 * the stage's own throttling bounds them all together.
 */
public record RateLimits(Map<Limited, RateLimit> all) {

  /** What is limited, with a default that no honest client meets. */
  @SuppressWarnings("ImmutableEnumChecker") // a rate limit is two numbers
  public enum Limited {
    REGISTER("register", RateLimit.burst(100).perMinute(600)),
    CREATE_ROOM("createRoom", RateLimit.burst(100).perMinute(300)),
    AUTH("auth", RateLimit.burst(100).perMinute(300)),
    CHAT("chat", RateLimit.burst(60).perMinute(600)),
    DRAWING("drawing", RateLimit.burst(600).perMinute(7200)),
    /** Whatever changes a room or asks about it. */
    ROOM("room", RateLimit.burst(120).perMinute(600)),
    /** Descriptions and candidates: a newcomer sends each of many peers a dozen at once. */
    SIGNAL("signal", RateLimit.burst(1200).perMinute(6000));

    private final String text;
    private final RateLimit standard;

    Limited(String text, RateLimit standard) {
      this.text = text;
      this.standard = standard;
    }

    /** Whether it holds for a whole license; else for each connection. */
    public boolean perLicense() {
      return this == REGISTER || this == CREATE_ROOM || this == AUTH;
    }

    /** As settings and {@code /v1/info} write it. */
    public String text() {
      return text;
    }
  }

  public static final RateLimits DEFAULTS = new RateLimits(Map.of());

  private static final String SETTING = "RATE_LIMITS";

  /** What is not given is as the defaults are. */
  public RateLimits {
    Map<Limited, RateLimit> complete = new EnumMap<>(Limited.class);
    for (Limited limited : Limited.values()) {
      complete.put(limited, all.getOrDefault(limited, limited.standard));
    }
    all = Map.copyOf(complete);
  }

  /**
   * The defaults, of which the setting {@code RATE_LIMITS} may change some: {@code
   * register=200/1200,chat=30/300}, each as burst and times a minute.
   *
   * @throws IllegalStateException if it reads otherwise: a defect of the deployment
   */
  public static RateLimits from(Settings settings) {
    Map<Limited, RateLimit> given = new EnumMap<>(Limited.class);
    try {
      for (String entry : settings.list(SETTING)) {
        int equals = entry.indexOf('=');
        given.put(
            limited(entry.substring(0, Math.max(0, equals))),
            RateLimit.parse(entry.substring(equals + 1)));
      }
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException("setting " + SETTING + ": " + wrong.getMessage(), wrong);
    }
    return new RateLimits(given);
  }

  private static Limited limited(String text) {
    return List.of(Limited.values()).stream()
        .filter(limited -> limited.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is called " + text));
  }

  public RateLimit of(Limited limited) {
    return Objects.requireNonNull(all.get(limited), "all of them have a limit");
  }
}
