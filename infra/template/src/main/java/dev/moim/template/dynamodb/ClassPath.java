package dev.moim.template.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The child's class path: our main class and the jars the build resolved for it. */
final class ClassPath {

  private static final String RESOURCE = "class-path.txt";

  private ClassPath() {}

  static String ofChild() {
    String jars = resolvedJars();
    for (String jar : jars.split(File.pathSeparator)) {
      if (!Files.exists(Path.of(jar))) {
        throw new IllegalStateException(jar + " is gone; build infra/template again");
      }
    }
    return ownLocation() + File.pathSeparator + jars;
  }

  private static String resolvedJars() {
    try (InputStream resource = ClassPath.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing; build infra/template with Maven");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ownLocation() {
    var source = ClassPath.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString()));
  }
}
