package dev.moim.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Python that has the SAM translator and cfn-lint. */
final class Python {

  /** What a run wrote to standard output, and its exit code. */
  record Run(int exitCode, String output) {}

  private static final String MISSING =
      "SKIPPED: template checks; no Python with infra/checks/requirements.txt"
          + " ($MOIM_PYTHON, .moim/venv/bin/python or python3)";

  private static final String NO_NEWEST =
      "SKIPPED: the newest cfn-lint; $MOIM_PYTHON_NEWEST has none, which ./moim test installs";

  /** Ends what hangs; on a busy machine cfn-lint takes minutes. */
  private static final int PATIENCE_SECONDS = 900;

  private static final Optional<String> INTERPRETER =
      Stream.of(
              System.getenv().getOrDefault("MOIM_PYTHON", ""),
              Repository.file(".moim/venv/bin/python").toString(),
              "python3")
          .filter(Python::works)
          .findFirst();

  private static final Optional<String> NEWEST =
      Stream.of(System.getenv().getOrDefault("MOIM_PYTHON_NEWEST", ""))
          .filter(Python::works)
          .findFirst();

  static {
    if (INTERPRETER.isEmpty()) {
      System.out.println(MISSING);
    }
  }

  private Python() {}

  /** Runs it in the repository's root; skips the calling test where there is no such Python. */
  static Run run(List<String> arguments) {
    return run(INTERPRETER, MISSING, arguments);
  }

  /** The same with the newest versions there are of both, instead of those we pin. */
  static Run runNewest(List<String> arguments) {
    if (NEWEST.isEmpty()) {
      System.out.println(NO_NEWEST);
    }
    return run(NEWEST, NO_NEWEST, arguments);
  }

  private static Run run(Optional<String> interpreter, String missing, List<String> arguments) {
    Assumptions.assumeTrue(interpreter.isPresent(), missing);
    List<String> command = new ArrayList<>(List.of(interpreter.orElseThrow()));
    command.addAll(arguments);
    try {
      return run(command, PATIENCE_SECONDS);
    } catch (IOException e) {
      throw new AssertionError("cannot run " + command, e);
    }
  }

  private static boolean works(String interpreter) {
    try {
      return !interpreter.isEmpty()
          && run(List.of(interpreter, "-c", "import samtranslator, cfnlint"), PATIENCE_SECONDS)
                  .exitCode()
              == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Output goes through a file: a full pipe would stop the process before it ends. */
  private static Run run(List<String> command, int seconds) throws IOException {
    Path output = Files.createTempFile("moim-checks", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Repository.ROOT.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("still running after " + seconds + " s: " + command);
      }
      return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }
}
