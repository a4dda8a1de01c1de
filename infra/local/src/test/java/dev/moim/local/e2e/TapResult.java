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

  private TapResult followedBy(String line) {
    return new TapResult(name, passed, details + System.lineSeparator() + line);
  }
}
