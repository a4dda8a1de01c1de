package dev.moim.testkit;

import dev.moim.template.Deployment;
import dev.moim.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own template.yaml. */
public final class RootTemplate {

  private RootTemplate() {}

  /** The folder of the whole project: the build says which, an IDE's test run starts below it. */
  public static Path folder() {
    String given = System.getProperty("moim.root");
    Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  public static Template load() {
    return Template.load(folder().resolve("template.yaml"), Deployment.nowhere());
  }
}
