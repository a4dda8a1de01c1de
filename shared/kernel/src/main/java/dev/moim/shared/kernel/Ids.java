package dev.moim.shared.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes identifiers. Nothing is drawn when the class loads: a SnapStart snapshot would hand the
 * same seed to every restored function, which {@link SecureRandom} avoids only when first used
 * after it.
 */
public final class Ids {

  /**
   * One in a thousand ids of seven digits is taken where ten thousand are: never so many in a row.
   */
  private static final int DRAWS = 8;

  private static final String DIGITS = "0123456789";
  private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Ids() {}

  public static String digits(int length) {
    return random(DIGITS, length);
  }

  public static String base36(int length) {
    return random(BASE36, length);
  }

  /** A secret or session id: 22 characters hold 131 bits. */
  public static String base62(int length) {
    return random(BASE62, length);
  }

  /**
   * A key that sorts by the time it was made: 9 base-36 digits of milliseconds (until the year
   * 5188) and 8 random ones, so that two made in the same millisecond differ.
   */
  public static String timeOrdered(Instant madeAt) {
    String time = Long.toString(madeAt.toEpochMilli(), 36);
    return "0".repeat(9 - time.length()) + time + base36(8);
  }

  /**
   * Draws a short id until one is not taken.
   *
   * @param take what there is to do with an id; false if it is somebody else's
   * @return empty if every one that was drawn is taken
   */
  public static Optional<String> untaken(Supplier<String> drawn, Predicate<String> take) {
    return Stream.generate(drawn).limit(DRAWS).filter(take).findFirst();
  }

  private static String random(String alphabet, int length) {
    SecureRandom source = new SecureRandom();
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      id.append(alphabet.charAt(source.nextInt(alphabet.length())));
    }
    return id.toString();
  }
}
