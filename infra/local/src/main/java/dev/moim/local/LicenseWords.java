package dev.moim.local;

import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user typed after {@code ./moim license}.
 *
 * @param command the first word
 * @param id of the license it is about, where the command is about one
 * @param options by their names, {@code --domain}
 */
record LicenseWords(String command, Optional<String> id, Map<String, String> options) {

  private static final Set<String> WHERE = Set.of("--stack", "--region", "--profile");
  private static final Map<String, Set<String>> COMMANDS =
      Map.of(
          "create", Set.of("--domain", "--room-limit"),
          "list", Set.of(),
          "show", Set.of(),
          "rooms", Set.of("--delete"),
          "webhook",
              Set.of(
                  "--add",
                  "--change",
                  "--delete",
                  "--rotate",
                  "--test",
                  "--deliveries",
                  "--redeliver",
                  "--delivery",
                  "--url",
                  "--events",
                  "--enabled",
                  "--overlap"),
          "rotate", Set.of("--key", "--overlap"),
          "disable", Set.of(),
          "enable", Set.of());
  private static final Set<String> WITHOUT_ID = Set.of("create", "list");

  private static final int ROOM_LIMIT = 10;
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})([mhd])");

  /**
   * @throws IllegalArgumentException which says what is wrong, if something is
   */
  static LicenseWords of(List<String> words) {
    String command = words.getFirst();
    Set<String> known = COMMANDS.get(command);
    if (known == null) {
      throw new IllegalArgumentException("./moim license does not know " + command);
    }
    Optional<String> id = Optional.empty();
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--") && id.isEmpty() && !WITHOUT_ID.contains(command)) {
        id = Optional.of(word);
      } else if ((known.contains(word) || WHERE.contains(word)) && i + 1 < words.size()) {
        options.put(word, words.get(++i));
      } else {
        throw new IllegalArgumentException(
            word + " is nothing that ./moim license " + command + " takes, or it has no value");
      }
    }
    if (id.isEmpty() && !WITHOUT_ID.contains(command)) {
      throw new IllegalArgumentException(command + " needs the ID of a license");
    }
    return new LicenseWords(command, id, options);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  String domain() {
    return option("--domain")
        .filter(name -> !name.isBlank())
        .orElseThrow(() -> new IllegalArgumentException("create needs --domain NAME"));
  }

  int roomLimit() {
    String limit = option("--room-limit").orElse(Integer.toString(ROOM_LIMIT));
    if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) > License.MAX_ROOMS) {
      throw new IllegalArgumentException(
          "--room-limit must be a number up to " + License.MAX_ROOMS);
    }
    return Integer.parseInt(limit);
  }

  Set<KeyName> keys() {
    return switch (option("--key").orElse("both")) {
      case "auth" -> EnumSet.of(KeyName.AUTH_KEY);
      case "secret" -> EnumSet.of(KeyName.SECRET_KEY);
      case "both" -> EnumSet.allOf(KeyName.class);
      default -> throw new IllegalArgumentException("--key is auth, secret or both");
    };
  }

  Duration overlap() {
    String period = option("--overlap").orElse("24h");
    Matcher matcher = PERIOD.matcher(period);
    if (period.equals("0")) {
      return Duration.ZERO;
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "--overlap is 0, or a number with m, h or d: 90m, 24h, 7d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
