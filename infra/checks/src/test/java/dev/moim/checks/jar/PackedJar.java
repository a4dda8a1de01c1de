package dev.moim.checks.jar;

import dev.moim.checks.Repository;
import dev.moim.template.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The jar that is deployed. */
public final class PackedJar {

  /** What a function has that asks LiveKit; {@link MediaJarsTest} holds it against its CodeUri. */
  static final String ASKS_LIVEKIT = "LIVEKIT_SECRET_ARN";

  private PackedJar() {}

  /** A function's jar; the calling test is skipped where it is not packed. */
  public static Path of(String family, Function function) {
    return named(function.environment().containsKey(ASKS_LIVEKIT) ? media(family) : family);
  }

  /** The name of the jar of those functions of a family that ask LiveKit. */
  static String media(String family) {
    return family + "-media";
  }

  /**
   * The same by its name.
   *
   * @param name without its ending: a family, or as {@link #media} has it
   */
  static Path named(String name) {
    String family = name.replace("-media", "");
    Path jar = Repository.file("functions/" + family + "/target/" + name + ".jar");
    boolean packed = Files.exists(jar);
    if (!packed) {
      System.out.println("SKIPPED: " + name + ".jar is not packed; `./mvnw verify` packs it");
    }
    Assumptions.assumeTrue(packed);
    return jar;
  }
}
