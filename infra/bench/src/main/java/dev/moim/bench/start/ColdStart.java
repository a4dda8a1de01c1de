package dev.moim.bench.start;

import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import dev.moim.bench.peer.PlainSdkHandler;
import dev.moim.template.Function;
import dev.moim.testkit.runtime.Load;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** From the start of a function's process to its first answer, where no snapshot helps. */
public final class ColdStart implements Bench {

  private static final String PLAIN_SDK = "the plain SDK";

  private final Path root;

  public ColdStart(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public String about() {
    return "process start to first answer without a snapshot, beside an empty handler, the plain SDK and Spring Cloud Function";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    SpringCloudFunction spring = SpringCloudFunction.built(root, progress);
    try (Stage stage = new Stage(root, Stage.Measured.COLD)) {
      Load empty = stage.empty();
      Load framework = stage.load(spring.classPath(), SpringCloudFunction.FUNCTION);
      Function sdk = Probe.peer(PlainSdkHandler.class);
      Load plain = stage.load(Stage.own() + File.pathSeparator + stage.jar("licenses", sdk), sdk);
      progress.accept("peers: " + empty + ", " + framework + ", " + plain);
      List<Row> rows = new ArrayList<>();
      rows.add(cpu("Spring Cloud Function, empty", framework, "an empty handler", empty));
      rows.add(cpu(PLAIN_SDK, plain, "an empty handler", empty));
      for (Probe probe : Probe.some()) {
        Load load = stage.load(probe);
        progress.accept(probe.label() + ": " + load);
        rows.add(cpu(probe.label(), load, PLAIN_SDK, plain));
        rows.add(new Row(probe.label(), load.classes(), "classes", PLAIN_SDK, plain.classes()));
      }
      return rows;
    }
  }

  private static Row cpu(String what, Load load, String than, Load peer) {
    return new Row(what, Loads.millis(load), "CPU-ms", than, Loads.millis(peer));
  }
}
