package dev.moim.local.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One test as Node's runner reports it in TAP 13.
 *
 * @param details what follows a test's line until the next one: the error and where it happened
 */
record TapResult(String name, boolean passed, String details) {

  private static final Pattern LINE =
      Pattern.compile("^(not ok|ok) \\d+ - (.*?)( # (SKIP|TODO).*)?$");

  private static final Pattern ERROR = Pattern.compile("^( *)error: (.*)$");

  static List<TapResult> parse(String tap) {
    List<TapResult> results = new ArrayList<>();
    for (String line : tap.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        results.add(new TapResult(matcher.group(2), matcher.group(1).equals("ok"), ""));
      } else if (!results.isEmpty()) {
        results.add(results.removeLast().followedBy(line));
      }
    }
    return results;
  }

  /**
   * What went wrong on one line, for summaries that show no more; empty if the runner gave no
   * error.
   */
  String reason() {
    List<String> lines = details.lines().toList();
    List<String> error = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher key = ERROR.matcher(lines.get(i));
      if (!key.matches()) {
        continue;
      }
      if (!key.group(2).startsWith("|")) {
        error.add(key.group(2));
      }
      // A block of YAML is whatever is further in than its key.
      String inner = key.group(1) + "  ";
      lines.stream()
          .skip(i + 1L)
          .takeWhile(line -> line.isBlank() || line.startsWith(inner))
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(error::add);
      break;
    }
    return String.join(" ", error);
  }

  private TapResult followedBy(String line) {
    return new TapResult(name, passed, details + System.lineSeparator() + line);
  }
}
