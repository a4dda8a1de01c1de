package dev.moim.webhooks.endpoint;

import dev.moim.shared.kernel.FieldException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that messages may be posted to, as far as its text says: {@code https}, a name of the
 * public internet, nothing that two parsers could read differently. What the name leads to is
 * looked at when it is used.
 *
 * @param path with the query
 */
public record Target(boolean tls, String host, int port, String path) {

  /** Whether {@code http} to this machine is taken too: for development. */
  public enum Loopback {
    REFUSED,
    TAKEN
  }

  private static final int MAX_LENGTH = 500;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_USER_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Names that mean something inside only, or nothing anywhere. */
  private static final List<String> INSIDE =
      List.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "arpa",
          "test",
          "example",
          "invalid",
          "onion");

  /** Names that lead to whatever address their caller writes into them, or to loopback. */
  private static final List<String> BORROWED =
      List.of(
          "nip.io",
          "sslip.io",
          "xip.io",
          "traefik.me",
          "localtest.me",
          "lvh.me",
          "vcap.me",
          "lacolhost.com",
          "local.gd",
          "readme.localtest.me",
          "yoogle.com",
          "fbi.com",
          "1u.ms",
          "rbndr.us",
          "backname.io",
          "getup.dev");

  /**
   * @throws FieldException which says what is wrong with the field {@code url}
   */
  public static Target of(String url, Loopback loopback) {
    if (url.length() > MAX_LENGTH) {
      throw wrong("at most " + MAX_LENGTH + " characters long");
    }
    if (!PRINTABLE.matcher(url).matches()) {
      throw wrong("of printable ASCII characters; names of other letters in punycode");
    }
    URI uri = parse(url);
    if (uri.getRawUserInfo() != null || url.contains("@")) {
      throw wrong("without a user name or an @");
    }
    if (uri.getRawFragment() != null) {
      throw wrong("without a fragment");
    }
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String path = path(uri);
    if (loopback == Loopback.TAKEN && isHttp(uri) && THIS_MACHINE.contains(host)) {
      return new Target(false, host, uri.getPort() < 0 ? HTTP : uri.getPort(), path);
    }
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      throw wrong("an https address");
    }
    checkName(host);
    return new Target(true, host, port(uri), path);
  }

  private static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  private static URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException malformed) {
      throw wrong("a well-formed https address");
    }
  }

  private static void checkName(String host) {
    if (!NAME.matcher(host).matches()) {
      throw wrong("of a full host name, such as https://hooks.example.com, and no IP address");
    }
    if (INSIDE.stream().anyMatch(name -> host.endsWith("." + name))) {
      throw wrong("of a name on the public internet");
    }
    if (BORROWED.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name))) {
      throw wrong("of a name of its own, not one that leads wherever it says");
    }
  }

  private static int port(URI uri) {
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    if (port != HTTPS && (port < FIRST_USER_PORT || port > LAST_PORT)) {
      throw wrong("on port 443 or one above 1023");
    }
    return port;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** How the address names the host, with the port unless it is the usual one. */
  public String authority() {
    return port == (tls ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  private static FieldException wrong(String expected) {
    return FieldException.invalid("url", expected);
  }
}
