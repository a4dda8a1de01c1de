package dev.moim.shared.lambda;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.TrustedOrigins;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pages of other sites from acting with the cookie of somebody who visits them. Only for
 * requests that a cookie proves: no browser adds a token by itself.
 */
public final class CookieGuard {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final TrustedOrigins trusted;

  public CookieGuard(TrustedOrigins trusted) {
    this.trusted = trusted;
  }

  /**
   * @throws DomainException {@link HttpError#FOREIGN_ORIGIN} if a page that is not trusted sent it,
   *     {@link HttpError#NOT_JSON} if its body is of a type that forms can send, and nothing says
   *     whose page that would be
   */
  public void check(HttpRequest request) {
    if (SAFE.contains(request.method())) {
      return;
    }
    if (!isTrusted(request)) {
      throw new DomainException(HttpError.FOREIGN_ORIGIN);
    }
    if (request.header("origin").isEmpty() && request.hasBody() && !isJson(request)) {
      throw new DomainException(HttpError.NOT_JSON);
    }
  }

  /**
   * Browsers name the origin with everything but GET and HEAD. Where none is named, no browser has
   * sent it, and then nobody's cookies are abused; or something between stripped the header, and
   * then the browser's other word for it counts.
   */
  private boolean isTrusted(HttpRequest request) {
    Optional<String> origin = request.header("origin");
    return origin.isPresent()
        ? trusted.include(origin.get(), request.host())
        : request.header("sec-fetch-site").filter(site -> !OWN_SITE.contains(site)).isEmpty();
  }

  private static boolean isJson(HttpRequest request) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    return type.split(";", 2)[0].strip().equals("application/json");
  }
}
