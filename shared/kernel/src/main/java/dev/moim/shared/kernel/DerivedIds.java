package dev.moim.shared.kernel;

import java.math.BigInteger;

/**
 * Identifiers that follow from what they name: the same thing has the same one each time it is
 * shown, nobody stores it, and what it was made of cannot be read back.
 */
public final class DerivedIds {

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(BASE62.length());

  /** About a second of milliseconds. */
  private static final int TIME_SHIFT = 10;

  private static final int RANDOM_BITS = 20;

  private DerivedIds() {}

  /**
   * @param length at most 40; 10 characters hold 59 bits
   * @param of what tells this thing from others
   */
  public static String base62(int length, String... of) {
    BigInteger rest = new BigInteger(1, Sha256.of(joined(of)));
    StringBuilder id = new StringBuilder(length);
    while (id.length() < length) {
      BigInteger[] division = rest.divideAndRemainder(RADIX);
      id.append(BASE62.charAt(division[1].intValue()));
      rest = division[0];
    }
    return id.toString();
  }

  /**
   * A number for clients that read ids into a JavaScript number: below 2^53 until the year 2248. It
   * grows with time; of things made within the same second any may have the greater one, and two of
   * a million share it.
   *
   * @param millis when the thing was made
   */
  public static String numeric(long millis, String... of) {
    long random = new BigInteger(1, Sha256.of(joined(of))).longValue() & ((1L << RANDOM_BITS) - 1);
    return Long.toString(((millis >> TIME_SHIFT) << RANDOM_BITS) | random);
  }

  /** With their lengths: otherwise "ab" and "c" would be "a" and "bc". */
  private static String joined(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return all.toString();
  }
}
