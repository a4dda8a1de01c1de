package dev.moim.bench.start;

import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import dev.moim.testkit.runtime.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first event after the hooks that run before a snapshot: what priming left to do. */
public final class FirstEvent implements Bench {

  private final Path root;

  public FirstEvent(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "first";
  }

  @Override
  public String about() {
    return "the first event after a snapshot: classes and CPU that priming left, beside an empty handler";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    SpringCloudFunction spring = SpringCloudFunction.built(root, progress);
    try (Stage stage = new Stage(root, Stage.Measured.RESTORED)) {
      Load empty = stage.empty();
      Load framework = stage.load(spring.classPath(), SpringCloudFunction.FUNCTION);
      progress.accept("peers: " + empty + ", " + framework);
      List<Row> rows = new ArrayList<>(rows("Spring Cloud Function, empty", framework, empty));
      for (Probe probe : Probe.some()) {
        Load load = stage.load(probe);
        progress.accept(probe.label() + ": " + load);
        rows.addAll(rows(probe.label(), load, empty));
      }
      return rows;
    }
  }

  private static List<Row> rows(String what, Load load, Load empty) {
    return List.of(
        new Row(what, Loads.millis(load), "CPU-ms", "an empty handler", Loads.millis(empty)),
        new Row(what, load.classes(), "classes", "an empty handler", empty.classes()));
  }
}
