package dev.moim.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Breaks frames of sockets below what a codec would write: in their bytes, in the head of a packet,
 * and in their JSON.
 */
final class BrokenFrames {

  /** What Engine.IO and Socket.IO put before the JSON, and what they would not. */
  private static final List<String> HEADS =
      List.of(
          "",
          "0",
          "1",
          "2",
          "2probe",
          "3",
          "3probe",
          "4",
          "40",
          "41",
          "42",
          "43",
          "44",
          "45",
          "46",
          "47",
          "49",
          "4\u0660",
          "5",
          "6",
          "7",
          "b",
          "bAAAA",
          "\ufeff42",
          " 42",
          "42 ",
          "42-1",
          "42+1",
          "420",
          "42007",
          "429007199254740993",
          "429999999999999999",
          "4299999999999999999",
          "42" + "9".repeat(400),
          "430",
          "43",
          "431",
          "450-",
          "451-",
          "45-",
          "4599999999999-",
          "461-",
          "40/admin,",
          "42/admin,",
          "42/SignalServer,",
          "42/SignalServer,1",
          "42/SignalServer",
          "42/,",
          "42//,",
          "42/\u0000,",
          "42/?x=1,",
          "42/SignalServer?x=,7",
          "40?token=x,",
          "41/,",
          "42/" + "a".repeat(5_000) + ",",
          "42,",
          "4242");

  /** As JSON, or nearly. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e400",
          "1e-400",
          "1e999999999",
          "-1E+2147483648",
          "9".repeat(400),
          "0." + "0".repeat(400) + "1",
          "01",
          "+1",
          ".5",
          "1.",
          "NaN",
          "Infinity",
          "undefined",
          "'a'",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\ud83d\"",
          "\"\\u12\"",
          "\"\\x41\"",
          "\"\\",
          "\"\ud800\"",
          "\"a\nb\"",
          "\"__proto__\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"\":1}",
          "{\"a\":1,\"a\":2}",
          "{\"\\ud800\":1}",
          "{\"_placeholder\":true,\"num\":0}",
          "{\"a\"}",
          "{1:2}",
          "[,]",
          "[1,]",
          "// c\n1",
          "/**/1",
          "\"" + "x".repeat(70_000) + "\"",
          "\"" + "가".repeat(700) + "\"");

  private static final List<Integer> DEPTHS = List.of(2, 62, 63, 64, 65, 200, 1_001, 20_000);

  private BrokenFrames() {}

  static String of(RandomGenerator random, String frame) {
    String broken = frame;
    for (int i = random.nextInt(3); i >= 0; i--) {
      broken = once(random, broken);
    }
    return broken;
  }

  private static String once(RandomGenerator random, String frame) {
    return switch (random.nextInt(9)) {
      case 0 -> NastyTexts.mutated(random, frame);
      case 1 -> flipped(random, frame);
      case 2 -> doubled(random, frame);
      case 3 -> NastyTexts.pick(random, HEADS) + frame.substring(jsonStart(frame));
      case 4 -> frame.substring(0, jsonStart(frame)) + NastyTexts.pick(random, VALUES);
      case 5 -> withValue(random, frame, nested(random));
      case 6 -> inserted(random, frame, random.nextBoolean() ? "\ud83e" : "\\uDEAD");
      default -> withValue(random, frame, NastyTexts.pick(random, VALUES));
    };
  }

  /** Up to three bits, wherever they are. */
  private static String flipped(RandomGenerator random, String frame) {
    byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String doubled(RandomGenerator random, String frame) {
    int from = random.nextInt(frame.length() + 1);
    int to = from + random.nextInt(frame.length() - from + 1);
    return frame.substring(0, to) + frame.substring(from);
  }

  private static String inserted(RandomGenerator random, String frame, String what) {
    int at = random.nextInt(frame.length() + 1);
    return frame.substring(0, at) + what + frame.substring(at);
  }

  private static String nested(RandomGenerator random) {
    int depth = NastyTexts.pick(random, DEPTHS);
    boolean closed = random.nextInt(4) > 0;
    return random.nextBoolean()
        ? "[".repeat(depth) + (closed ? "]".repeat(depth) : "")
        : "{\"a\":".repeat(depth) + "1" + (closed ? "}".repeat(depth) : "");
  }

  /** Something else where a value was, or what looked like one. */
  private static String withValue(RandomGenerator random, String frame, String value) {
    int start = after(frame, ":[,", random.nextInt(frame.length() + 1));
    int end = start;
    while (end < frame.length() && ",]}".indexOf(frame.charAt(end)) < 0) {
      end++;
    }
    return frame.substring(0, start) + value + frame.substring(end);
  }

  /** Behind the first of these characters from there on; at the end if there is none. */
  private static int after(String frame, String characters, int from) {
    int at = from;
    while (at < frame.length() && characters.indexOf(frame.charAt(at)) < 0) {
      at++;
    }
    return Math.min(frame.length(), at + 1);
  }

  private static int jsonStart(String frame) {
    int at = 0;
    while (at < frame.length() && "[{".indexOf(frame.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
