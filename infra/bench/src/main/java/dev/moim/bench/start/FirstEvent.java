package dev.moim.bench.start;

import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import dev.moim.bench.peer.EmptyHandler;
import dev.moim.template.Function;
import dev.moim.testkit.runtime.Load;
import dev.moim.testkit.runtime.RuntimeClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first event after the hooks that run before a snapshot: what priming left to do. */
public final class FirstEvent implements Bench {

  private static final int RUNS = 5;
  private static final byte[] ANY = "{\"any\":1}".getBytes(StandardCharsets.UTF_8);

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
    try (Stage stage = new Stage(root)) {
      Load empty = measure(stage, Stage.own(), Probe.peer(EmptyHandler.class), ANY);
      Load framework = measure(stage, spring.classPath(), SpringCloudFunction.FUNCTION, ANY);
      progress.accept("peers: " + empty + ", " + framework);
      List<Row> rows = new ArrayList<>(rows("Spring Cloud Function, empty", framework, empty));
      for (Probe probe : Probe.some()) {
        String jar = stage.jar(probe.family(), probe.function());
        Load load = measure(stage, jar, probe.function(), stage.event(probe));
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

  private static Load measure(Stage stage, String classPath, Function function, byte[] event)
      throws Exception {
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      try (RuntimeClient client = stage.start(classPath, function, "snap-start")) {
        Loads.answered(client, event);
        loads.add(client.load().since(client.atSnapshot()));
      }
    }
    return Loads.median(loads);
  }
}
