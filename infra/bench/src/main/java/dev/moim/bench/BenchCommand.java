package dev.moim.bench;

import dev.moim.bench.jar.JarSizes;
import dev.moim.bench.post.Posts;
import dev.moim.bench.relay.Cycles;
import dev.moim.bench.relay.Relays;
import dev.moim.bench.start.ColdStart;
import dev.moim.bench.start.FirstEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./moim bench}: measures, prints, and keeps what was measured. */
public final class BenchCommand {

  private static final int CYCLES = 10_000;

  private BenchCommand() {}

  static List<Bench> all(Path root) {
    return List.of(
        new ColdStart(root),
        new FirstEvent(root),
        new Posts(root),
        new Relays(root),
        new Cycles(root, cycles()),
        new JarSizes(root));
  }

  private static int cycles() {
    String given = System.getenv("MOIM_CYCLES");
    return given == null ? CYCLES : Integer.parseInt(given);
  }

  /**
   * @param args the project's folder, then the names of benches; all without any
   */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    System.setProperty("moim.root", root.toString());
    List<Bench> all = all(root);
    List<String> asked = List.of(args).subList(1, args.length);
    Optional<String> unknown =
        asked.stream()
            .filter(name -> all.stream().noneMatch(it -> it.name().equals(name)))
            .findAny();
    if (asked.contains("--list") || unknown.isPresent()) {
      all.forEach(bench -> System.out.printf("  %-8s %s%n", bench.name(), bench.about()));
      System.exit(asked.contains("--list") ? 0 : 2);
    }
    Results results = new Results(root.resolve("infra/bench"));
    boolean failed = false;
    for (Bench bench : all) {
      if (asked.isEmpty() || asked.contains(bench.name())) {
        failed |= !measure(bench, results);
      }
    }
    System.exit(failed ? 1 : 0);
  }

  /** A peer that cannot be had is no reason to measure nothing else. */
  private static boolean measure(Bench bench, Results results) {
    System.out.printf("%s: %s%n", bench.name(), bench.about());
    try {
      List<Row> rows = bench.run(line -> System.out.println("  " + line));
      results.add(bench, rows);
      System.out.printf("%n%s%n", Results.table(rows));
      return true;
    } catch (Exception e) {
      System.err.printf("%s was not measured: %s%n", bench.name(), e);
      return false;
    }
  }
}
