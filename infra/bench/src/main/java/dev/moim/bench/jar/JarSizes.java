package dev.moim.bench.jar;

import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How large the jars are that a deployment uploads. */
public final class JarSizes implements Bench {

  private final Path root;

  public JarSizes(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "jars";
  }

  @Override
  public String about() {
    return "the size of each family's jars";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> families = Files.list(root.resolve("functions"))) {
      for (Path family : families.sorted().toList()) {
        for (String suffix : List.of(".jar", "-media.jar")) {
          String name = family.getFileName() + suffix;
          Path jar = family.resolve("target/" + name);
          if (Files.exists(jar)) {
            rows.add(Row.alone(name, Files.size(jar) / 1e6, "MB"));
          }
        }
      }
    }
    return rows;
  }
}
