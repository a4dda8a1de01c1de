package dev.moim.testkit.runtime;

import dev.moim.template.Function;
import dev.moim.testkit.runtime.RuntimeApi.Answer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A function as Lambda runs it: its packed jar behind Lambda's own runtime client, in a process of
 * its own with nothing but the function's environment, up to the hooks that SnapStart calls. Only
 * the snapshot itself is missing.
 */
public final class RuntimeClient implements AutoCloseable {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Longer than any function here may take, on a machine that is busy with other tests. */
  private static final int SECONDS = 120;

  private final RuntimeApi api = new RuntimeApi(this::beforeSnapshot);
  private final Path output;
  private final Path classes;
  private final Process process;
  private volatile Load atSnapshot = Load.NONE;

  private RuntimeClient(String classPath, Function function, Map<String, String> variables)
      throws IOException {
    output = Files.createTempFile("moim-function", ".log");
    classes = Files.createTempFile("moim-function", ".classes");
    ProcessBuilder builder =
        new ProcessBuilder(command(classPath, classes, function.handler()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(function.environment());
    builder.environment().putAll(ofLambda(function));
    builder.environment().putAll(variables);
    process = builder.start();
    var _ = process.onExit().thenAccept(it -> api.fail("it ended with " + it.exitValue()));
  }

  /**
   * @param variables of its environment, besides the template's and Lambda's own
   */
  public static RuntimeClient start(Path jar, Function function, Map<String, String> variables) {
    return start(jar.toString(), function, variables);
  }

  /** The same of something that is not packed in one jar. */
  public static RuntimeClient start(
      String classPath, Function function, Map<String, String> variables) {
    try {
      return new RuntimeClient(classPath, function, variables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The flags are those of Lambda's bootstrap, as far as they change what a function does. */
  private static List<String> command(String functions, Path classes, String handler) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "-Xlog:class+load:file=" + classes,
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-cp",
        classPath() + File.pathSeparator + functions,
        MAIN,
        handler);
  }

  /** Jars that only the function's process has: the build resolves them. */
  private static String classPath() {
    try (InputStream resource =
        RuntimeClient.class.getResourceAsStream("runtime-client-class-path.txt")) {
      if (resource == null) {
        throw new IllegalStateException("build infra/testkit with Maven");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> ofLambda(Function function) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory())),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("_HANDLER", function.handler()),
        Map.entry("LAMBDA_TASK_ROOT", "/var/task"),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_SESSION_TOKEN", "local"));
  }

  private void beforeSnapshot() {
    atSnapshot = load();
  }

  /** When the hooks had run; nothing before that. */
  public Load atSnapshot() {
    return atSnapshot;
  }

  /** Since it was started. */
  public Load load() {
    try (Stream<String> lines = Files.lines(classes)) {
      long loaded = lines.filter(line -> line.contains(" source: ")).count();
      return new Load(loaded, ProcessCpu.of(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of classes that were loaded after so many. */
  public List<String> classesAfter(long count) {
    try (Stream<String> lines = Files.lines(classes)) {
      return lines
          .filter(line -> line.contains(" source: "))
          .skip(count)
          .map(line -> line.replaceFirst(" source: .*", "").replaceFirst("^.*\\] *", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer invoke(String event) throws Exception {
    return api.invoke(event).get(SECONDS, TimeUnit.SECONDS);
  }

  public boolean snapshotTaken() {
    return api.snapshotTaken();
  }

  /** What it has logged so far. */
  public String log() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    api.close();
    try {
      Files.deleteIfExists(output);
      Files.deleteIfExists(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
