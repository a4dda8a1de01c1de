package dev.moim.accounts.social;

import dev.moim.accounts.person.Nickname;
import dev.moim.shared.kernel.Ids;
import java.text.Normalizer;

/** What somebody is called who did not choose, until they do. */
final class FirstNickname {

  private static final String NOBODY = "친구";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;
  private static final int DIGITS = 5;

  private final String base;

  /**
   * @param wish any text: what of it may be part of a nickname is kept
   */
  FirstNickname(String wish) {
    String normal = Normalizer.normalize(wish.strip().replace(' ', '_'), Normalizer.Form.NFKC);
    String kept = normal.replaceAll("[^\\p{L}\\p{N}_.-]", "");
    String usable = cut(kept, LONGEST);
    base = usable.codePointCount(0, usable.length()) < SHORTEST ? NOBODY : usable;
  }

  /** The name itself first, then with digits behind it, others each time. */
  Nickname draw(int attempt) {
    boolean first = attempt == 0 && !base.equals(NOBODY);
    return new Nickname(first ? base : cut(base, LONGEST - DIGITS) + Ids.digits(DIGITS));
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
