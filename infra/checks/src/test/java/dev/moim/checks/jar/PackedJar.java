package dev.moim.checks.jar;

import dev.moim.checks.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The jar that is deployed. */
public final class PackedJar {

  private PackedJar() {}

  /** A family's jar; the calling test is skipped where it is not packed. */
  public static Path of(String family) {
    Path jar = Repository.file("functions/" + family + "/target/" + family + ".jar");
    boolean packed = Files.exists(jar);
    if (!packed) {
      System.out.println("SKIPPED: " + family + ".jar is not packed; `./mvnw verify` packs it");
    }
    Assumptions.assumeTrue(packed);
    return jar;
  }
}
