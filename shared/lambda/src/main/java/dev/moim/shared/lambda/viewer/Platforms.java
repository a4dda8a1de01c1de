package dev.moim.shared.lambda.viewer;

import dev.moim.shared.kernel.Lazy;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua_parser.OS;
import ua_parser.Parser;
import ua_parser.UserAgent;

/**
 * Names the platform of a {@code User-Agent}: browser, its version, {@code on}, operating system,
 * its version, and {@code 64-bit} if the text tells.
 */
final class Platforms {

  /** Browsers send 100 to 250 characters. Hundreds of patterns are tried on what is read. */
  private static final int MAX_LENGTH = 512;

  /** Made on first use: reading the patterns takes time that few functions need to spend. */
  private static final Lazy<Parser> PARSER = new Lazy<>(Parser::new);

  private static final String UNKNOWN = "Other";

  /** Intel Macs have run nothing else for over ten years, and Apple's own call themselves Intel. */
  private static final Pattern BITS_64 =
      Pattern.compile(
          "x86_64|x64|Win64|WOW64|amd64|aarch64|arm64|Intel Mac OS X", Pattern.CASE_INSENSITIVE);

  private Platforms() {}

  static String of(String userAgent) {
    String text = userAgent.length() > MAX_LENGTH ? userAgent.substring(0, MAX_LENGTH) : userAgent;
    String browser = browser(PARSER.get().parseUserAgent(text), text);
    String system = system(PARSER.get().parseOS(text), text);
    return Stream.of(browser, system)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(" on "));
  }

  private static String browser(UserAgent browser, String text) {
    if (browser.family.equals(UNKNOWN)) {
      return "";
    }
    String version = version(browser.major, browser.minor, browser.patch);
    return named(browser.family, whole(version, text));
  }

  private static String system(OS system, String text) {
    if (system.family.equals(UNKNOWN)) {
      return "";
    }
    String family = system.family.equals("Mac OS X") ? "OS X" : system.family;
    String name = named(family, version(system.major, system.minor, system.patch));
    return BITS_64.matcher(text).find() ? name + " 64-bit" : name;
  }

  private static String version(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("."));
  }

  private static String named(String family, String version) {
    return version.isEmpty() ? family : family + " " + version;
  }

  /** The library knows three parts of a browser's version; the text may have a fourth. */
  private static String whole(String version, String text) {
    Matcher longer = Pattern.compile(Pattern.quote(version) + "(\\.\\d+)*").matcher(text);
    return !version.isEmpty() && longer.find() ? longer.group() : version;
  }
}
