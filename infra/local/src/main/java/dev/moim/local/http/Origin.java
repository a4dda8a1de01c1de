package dev.moim.local.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from, as browsers name it: {@code http://localhost:3291}.
 *
 * @param host without the port; an IPv6 address in brackets
 */
public record Origin(String text, String host) {

  private static final Pattern FORM =
      Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");

  /**
   * @throws IllegalArgumentException if it is none
   */
  public static Origin of(String typed) {
    String text = typed.toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "an origin looks like http://localhost:3291, not '" + typed + "'");
    }
    return new Origin(text, form.group(1));
  }
}
