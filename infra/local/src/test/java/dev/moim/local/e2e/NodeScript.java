package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Runs tests written for Node's own test runner as if they were JUnit tests, one for each of
 * theirs.
 *
 * <p>They live in {@code src/test/node} and use the packages that its lock file names, which the
 * first run installs there. Without Node the tests are skipped and one line says why.
 */
public final class NodeScript {

  private static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();
  private static final Duration INSTALL = Duration.ofMinutes(3);

  private final Map<String, String> environment;
  private final Duration limit;

  private NodeScript(Map<String, String> environment, Duration limit) {
    this.environment = environment;
    this.limit = limit;
  }

  /**
   * @param environment variables that the scripts read
   * @param limit for all tests of one run together
   */
  public static NodeScript with(Map<String, String> environment, Duration limit) {
    return new NodeScript(environment, limit);
  }

  /**
   * Runs tests one file after the other.
   *
   * @param places in {@code src/test/node}: folders, whose {@code *.test.mjs} are run, and files
   */
  public Stream<DynamicTest> tests(String... places) {
    Path node = tool("node").orElseThrow(() -> skip("Node 20 or later is not on the PATH"));
    installPackages(FOLDER);
    List<String> command = new ArrayList<>(List.of(node.toString(), "--test"));
    // One at a time: browsers that share two cores with each other miss their deadlines.
    command.addAll(List.of("--test-concurrency=1", "--test-reporter=tap"));
    Stream.of(places).map(FOLDER::resolve).map(NodeScript::testFiles).forEach(command::addAll);
    Output output = run(FOLDER, command, limit);
    List<TapResult> results = TapResult.parse(output.text());
    assertThat(results).as("tests reported by Node:%n%s", output.text()).isNotEmpty();
    return results.stream().map(NodeScript::test);
  }

  /** Versions of Node differ in how they take folders and patterns; all take files. */
  private static List<String> testFiles(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place.toString());
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program of this name on the PATH. */
  static Optional<Path> tool(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Skips the calling test where no browser is installed that the scripts can drive. */
  static void requireBrowser() {
    boolean found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .anyMatch(name -> tool(name).isPresent());
    if (!found) {
      throw skip("neither chromium nor google-chrome is on the PATH");
    }
  }

  /** Ends a test that this machine cannot run, saying why on one line. */
  static TestAbortedException skip(String reason) {
    System.out.println("SKIPPED: " + reason);
    return new TestAbortedException(reason);
  }

  private static DynamicTest test(TapResult result) {
    return DynamicTest.dynamicTest(
        result.name(),
        () -> {
          if (!result.passed()) {
            // Surefire's summary shows the first line only.
            throw new AssertionError(
                "%s: %s%n%s".formatted(result.name(), result.reason(), result.details()));
          }
        });
  }

  /**
   * Installs what the folder's lock file names, unless it is there already. Tests of another
   * process may ask for the same: they wait.
   */
  void installPackages(Path folder) {
    Path lock = Path.of(System.getProperty("java.io.tmpdir"), "moim-npm.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      installMissing(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void installMissing(Path folder) {
    Path installed = folder.resolve("node_modules/.package-lock.json");
    Path lock = folder.resolve("package-lock.json");
    if (Files.exists(installed) && modified(installed) >= modified(lock)) {
      return;
    }
    Path npm = tool("npm").orElseThrow(() -> skip("npm is not on the PATH"));
    List<String> command = List.of(npm.toString(), "ci", "--no-audit", "--no-fund");
    Output output = run(folder, command, INSTALL);
    assertThat(output.exit()).as("npm ci:%n%s", output.text()).isZero();
  }

  private Output run(Path folder, List<String> command, Duration atMost) {
    try {
      Path log = Files.createTempFile("node", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = await(process, atMost);
      String text = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      assertThat(ended).as("%s within %s:%n%s", command, atMost, text).isTrue();
      return new Output(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Node was running", e);
    }
  }

  /** Whatever happens, nothing of it runs on afterwards: a browser would. */
  private static boolean await(Process process, Duration atMost) throws InterruptedException {
    try {
      return process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Output(int exit, String text) {}
}
