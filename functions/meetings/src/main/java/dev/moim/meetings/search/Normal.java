package dev.moim.meetings.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Texts as they are compared: composed (NFC), half width where there is a choice, and in lower
 * case.
 */
public final class Normal {

  private Normal() {}

  public static String of(String text) {
    return composed(composed(text).toLowerCase(Locale.ROOT));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
