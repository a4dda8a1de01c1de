package dev.moim.testkit.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken programs before. */
final class NastyTexts {

  private static final List<String> KNOWN =
      List.of(
          "",
          " ",
          "\t\r\n",
          "null",
          "undefined",
          "NaN",
          "true",
          "0",
          "-1",
          "1e400",
          "1e-400",
          "00000000000000000001",
          "9223372036854775808",
          "99999999999999999999999999999999999999999",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "2026-02-30",
          "#",
          "sid#RM_1",
          "usage#abc",
          "event#EV_1",
          "RM_",
          "-",
          ".",
          "..",
          "../../etc/passwd",
          "a/b",
          "a\\b",
          "%",
          "%zz",
          "%c3%28",
          "%00",
          "a b+c",
          "a,b",
          "a;b=c",
          "\"",
          "'; DROP TABLE rooms; --",
          "{\"a\":1}",
          "<script>alert(1)</script>",
          "${jndi:ldap://localhost/a}",
          "%s%n%d",
          "a\u0000b",
          "\u0001\u001f\u007f\u0085",
          "\u2028\u2029\ufeff\ufffe",
          "\u202eright to left",
          "\ud800",
          "a\udc00b",
          "e\u0301\u0301\u0301\u0301",
          "\u0130i\u0131I\u00df",
          "한국어 이름",
          "👩‍👩‍👧‍👦🏳️‍🌈");

  private static final List<String> PARTS =
      List.of("a", "9", "한", "🧭", "\u0000", "\ud800", " ", "/");

  /** Around the limits of ours and of DynamoDB's keys. */
  private static final List<Integer> LENGTHS =
      List.of(
          37, 61, 64, 65, 101, 201, 256, 1_001, 1_024, 1_025, 2_048, 2_100, 4_096, 4_097, 70_000);

  private NastyTexts() {}

  static String any(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> pick(random, PARTS).repeat(pick(random, LENGTHS));
      case 1 -> noise(random, 1 + random.nextInt(40));
      default -> pick(random, KNOWN);
    };
  }

  /** The text with something changed, left out or put in. */
  static String mutated(RandomGenerator random, String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(4));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, at) + noise(random, 1) + text.substring(end);
      default -> text.substring(0, at) + any(random) + text.substring(at);
    };
  }

  static <T> T pick(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String noise(RandomGenerator random, int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return noise.toString();
  }
}
