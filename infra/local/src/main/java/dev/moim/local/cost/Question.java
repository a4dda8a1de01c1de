package dev.moim.local.cost;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./moim cost} is asked.
 *
 * @param calls a month
 * @param minutes that a call lasts
 * @param people in a call
 * @param chats that each of them writes
 * @param candidates that each sends to each other one
 * @param millis that a function is billed for each time
 * @param pings seconds between two of a Socket.IO socket; 0 for plain JSON, which has none
 * @param frontDoor KB of a message on average, if all go through the front door; 0 if none do
 */
record Question(
    int calls,
    int minutes,
    int people,
    int chats,
    int candidates,
    int millis,
    int pings,
    int frontDoor) {

  private static final int MILLION = 1_000_000;

  private record Range(int from, int to) {}

  private static final Map<String, Range> RANGES =
      Map.of(
          "--calls", new Range(0, 1_000 * MILLION),
          "--minutes", new Range(1, 1_440),
          "--people", new Range(2, 16),
          "--chats", new Range(0, MILLION),
          "--candidates", new Range(0, 1_000),
          "--millis", new Range(1, 15_000),
          "--pings", new Range(0, 540),
          "--front-door", new Range(0, 128));

  /**
   * @throws IllegalArgumentException with a message for whoever typed the options
   */
  static Question parse(List<String> options) {
    Map<String, Integer> given = new HashMap<>();
    for (Iterator<String> words = options.iterator(); words.hasNext(); ) {
      String word = words.next();
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      Range range = RANGES.get(option);
      if (range == null) {
        throw new IllegalArgumentException("there is no option " + option);
      }
      String value = equals >= 0 ? word.substring(equals + 1) : words.hasNext() ? words.next() : "";
      given.put(option, number(option, value, range));
    }
    return new Question(
        given.getOrDefault("--calls", 100_000),
        given.getOrDefault("--minutes", 30),
        given.getOrDefault("--people", 2),
        given.getOrDefault("--chats", 5),
        given.getOrDefault("--candidates", 10),
        given.getOrDefault("--millis", 30),
        given.getOrDefault("--pings", 0),
        given.getOrDefault("--front-door", 0));
  }

  private static int number(String option, String value, Range range) {
    try {
      int number = Integer.parseInt(value.replace("_", "").replace(",", ""));
      if (number >= range.from() && number <= range.to()) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Falls through to the one message.
    }
    throw new IllegalArgumentException(
        "%s needs a number from %d to %d, not '%s'"
            .formatted(option, range.from(), range.to(), value));
  }
}
