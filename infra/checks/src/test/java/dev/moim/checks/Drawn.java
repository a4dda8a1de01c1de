package dev.moim.checks;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dashboard of template.yaml draws of what functions count and time. */
public final class Drawn {

  private static final Pattern METRIC =
      Pattern.compile("\\[\"\\$\\{Metrics}\", \"(\\w+)\", \"Family\", \"(\\w+)\"");

  private static final Pattern SEARCH =
      Pattern.compile("\\$\\{Metrics}[\\\\\"]+,Family,Code} MetricName=\\\\\"(\\w+)");

  private Drawn() {}

  /** Names of metrics by family; those that are searched for in all are of the family {@code *}. */
  public static Map<String, Set<String>> ofFamilies() {
    String template = Repository.text("template.yaml");
    Map<String, Set<String>> drawn = new TreeMap<>();
    Matcher metric = METRIC.matcher(template);
    while (metric.find()) {
      drawn.computeIfAbsent(metric.group(2), family -> new TreeSet<>()).add(metric.group(1));
    }
    Matcher search = SEARCH.matcher(template);
    while (search.find()) {
      drawn.computeIfAbsent("*", family -> new TreeSet<>()).add(search.group(1));
    }
    return drawn;
  }
}
