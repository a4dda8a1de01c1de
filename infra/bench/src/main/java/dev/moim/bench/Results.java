package dev.moim.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was measured last of each bench: {@code results.json}, and {@code RESULTS.md} made of it.
 */
final class Results {

  private static final int BAR = 40;

  /**
   * One run of one bench.
   *
   * @param date on which it ran
   * @param machine on which it ran
   */
  record Run(String date, String machine, List<Row> rows) {}

  /** As it was written, which has the ratio too. */
  @JsonIgnoreProperties("ratio")
  private interface WithRatio {}

  private static final ObjectMapper JSON = new ObjectMapper().addMixIn(Row.class, WithRatio.class);

  private final Path folder;
  private final Map<String, Run> runs = new TreeMap<>();

  Results(Path folder) throws IOException {
    this.folder = folder;
    Path file = folder.resolve("results.json");
    if (Files.exists(file)) {
      runs.putAll(
          JSON.readValue(
              file.toFile(),
              JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Run.class)));
    }
  }

  static String machine() {
    Runtime machine = Runtime.getRuntime();
    return "%s %s, %d cores, Java %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            machine.availableProcessors(),
            Runtime.version().feature());
  }

  /** Replaces what the bench measured before, in both files. */
  void add(Bench bench, List<Row> rows) throws IOException {
    runs.put(
        bench.name(),
        new Run(LocalDate.now(ZoneOffset.UTC).toString(), machine(), List.copyOf(rows)));
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("results.json").toFile(), runs);
    Files.writeString(folder.resolve("RESULTS.md"), markdown());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# What was measured last\n\n");
    text.append(
        "Written by `./moim bench`; `results.json` has the same. Medians; CPU time is that of the\n");
    text.append(
        "whole process. Compare what was measured in one run: machines differ, and are busy or not.\n");
    runs.forEach((name, run) ->
        text.append("\n## ")
            .append(name)
            .append("\n\n")
            .append(run.date())
            .append(", ")
            .append(run.machine())
            .append("\n\n")
            .append(table(run.rows()))
            .append("\n```text\n")
            .append(chart(run.rows()))
            .append("```\n"));
    return text.toString();
  }

  static String table(List<Row> rows) {
    String head = "| measured | | | beside | | ratio |\n|---|---:|---|---|---:|---:|\n";
    return rows.stream()
        .map(row ->
            "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                    row.what(),
                    Row.number(row.value()),
                    row.unit(),
                    row.than(),
                    row.peer() == 0 ? "" : Row.number(row.peer()),
                    row.peer() == 0 ? "" : Row.number(row.ratio())))
        .collect(Collectors.joining("", head, ""));
  }

  /** A bar for each measure, as long as the largest of its unit allows; the peer's is below it. */
  static String chart(List<Row> rows) {
    Map<String, Double> largest =
        rows.stream()
            .collect(
                Collectors.toMap(
                    Row::unit, row -> Math.max(row.value(), row.peer()), Math::max, TreeMap::new));
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      double most = largest.getOrDefault(row.unit(), row.value());
      lines.add(bar(row.what(), row.value() / most, row.value(), row.unit()));
      if (row.peer() > 0) {
        lines.add(bar("  " + row.than(), row.peer() / most, row.peer(), row.unit()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String bar(String label, double part, double value, String unit) {
    String bar = "█".repeat((int) Math.max(1, Math.round(part * BAR)));
    return String.format(Locale.ROOT, "%-34s %s %s %s", label, bar, Row.number(value), unit);
  }
}
