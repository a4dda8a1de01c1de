package dev.moim.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Starts everything once, in memory, and ends: the JVM that runs it notes which classes a start
 * needs.
 */
public final class Rehearsal {

  private static final byte[] WARM = "{\"warm\":true}".getBytes(StandardCharsets.UTF_8);

  private Rehearsal() {}

  /**
   * @param args the project's folder
   */
  public static void main(String[] args) throws Exception {
    try (LocalCloud cloud = LocalCloud.start(LocalOptions.of(Path.of(args[0])))) {
      for (var function : cloud.template().functions()) {
        var _ = cloud.invoke(function.name(), WARM).get(1, TimeUnit.MINUTES);
      }
    }
    Runtime.getRuntime().exit(0); // some libraries leave threads behind
  }
}
