package dev.moim.shared.lambda.viewer;

import dev.moim.shared.kernel.Viewer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the headers of a request or handshake who is looking from where: the platform from
 * {@code User-Agent}, the place from what CloudFront adds if it stands in front (its headers {@code
 * CloudFront-Viewer-City} and {@code -Country-Name}). Without CloudFront a client may send these
 * itself, so nothing may depend on them.
 */
public final class ViewerHeaders {

  private ViewerHeaders() {}

  /**
   * @param headers in any spelling; null stands for none
   */
  public static Viewer read(@Nullable Map<String, String> headers) {
    String userAgent = value(headers, "User-Agent");
    String location =
        Stream.of("CloudFront-Viewer-City", "CloudFront-Viewer-Country-Name")
            .map(name -> decoded(value(headers, name)))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return new Viewer(userAgent.isEmpty() ? "" : Platforms.of(userAgent), location);
  }

  /**
   * Reads an ordinary browser: the first time costs half a second, so let it be before the
   * snapshot.
   */
  public static void prime() {
    read(Map.of("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0"));
  }

  private static String value(@Nullable Map<String, String> headers, String name) {
    if (headers == null) {
      return "";
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** CloudFront writes what is not ASCII percent-encoded (RFC 3986), and leaves a plus as it is. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }
}
