package dev.moim.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A route's path: literal segments, {@code {name}} for one, {@code {name+}} for all the rest. */
record RoutePattern(List<String> segments) implements Comparable<RoutePattern> {

  static RoutePattern of(String path) {
    return new RoutePattern(split(path));
  }

  /** The decoded path parameters, if the path matches. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> path = split(rawPath);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (isGreedy(segment)) {
        parameters.put(
            segment.substring(1, segment.length() - 2),
            decode(String.join("/", path.subList(i, path.size()))));
        return Optional.of(parameters);
      }
      if (isVariable(segment) && !path.get(i).isEmpty()) {
        parameters.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** The more specific pattern first: literal before variable before greedy, from the left. */
  @Override
  public int compareTo(RoutePattern other) {
    return rank().compareTo(other.rank());
  }

  private String rank() {
    return segments.stream()
        .map(segment -> isGreedy(segment) ? "2" : isVariable(segment) ? "1" : "0")
        .collect(Collectors.joining());
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.replaceFirst("^/", "").split("/", -1));
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
