package dev.moim.shared.kernel;

import java.util.List;
import java.util.Locale;

/**
 * Whose pages may act with a user's cookie. A browser sends the cookie along whichever page asks;
 * the header {@code Origin}, which no page can set, says which one did.
 *
 * @param origins {@code https://example.org}, {@code http://localhost:3000}
 */
public record TrustedOrigins(List<String> origins) {

  public TrustedOrigins {
    origins = List.copyOf(origins);
  }

  /** Those of the setting {@code ALLOWED_ORIGINS}, separated by commas. */
  public static TrustedOrigins from(Settings settings) {
    return new TrustedOrigins(settings.list("ALLOWED_ORIGINS"));
  }

  /**
   * @param origin as the browser says
   * @param host under which we were reached: a page we serve ourselves is trusted
   */
  public boolean include(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return origins.contains(lower)
        || lower.equals("https://" + host)
        || lower.equals("http://" + host);
  }
}
