package dev.moim.livekit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How to run a LiveKit server on this machine: one on the PATH, else the one kept in the user's
 * cache folder, else one built into it with Go, else Docker.
 *
 * @param words the program and its first arguments
 */
public record LiveKitCommand(List<String> words) {

  /** The release that is built or pulled; one on the PATH may be any. */
  public static final String VERSION = "1.13.5";

  private static final String MODULE = "github.com/livekit/livekit-server/cmd/server@v" + VERSION;
  private static final String IMAGE = "livekit/livekit-server:v" + VERSION;
  private static final int BUILD_MINUTES = 20;

  public LiveKitCommand {
    words = List.copyOf(words);
  }

  /**
   * @param environment {@code PATH}, {@code XDG_CACHE_HOME} and {@code HOME} are read
   * @param progress told before and after something that takes minutes
   * @return empty where there is neither a server nor Go nor a Docker engine
   */
  public static Optional<LiveKitCommand> find(
      Map<String, String> environment, Consumer<String> progress) {
    return installed(environment)
        .or(() -> built(environment, progress))
        .or(() -> docker(environment));
  }

  /** As {@link #find}, without building or pulling anything: for tests, which must not surprise. */
  public static Optional<LiveKitCommand> installed(Map<String, String> environment) {
    return onPath(environment, "livekit-server")
        .or(() -> Optional.of(cached(environment)).filter(Files::isExecutable))
        .map(LiveKitCommand::of);
  }

  private static LiveKitCommand of(Path program) {
    return new LiveKitCommand(List.of(program.toString()));
  }

  private static Optional<LiveKitCommand> built(
      Map<String, String> environment, Consumer<String> progress) {
    Optional<Path> go = onPath(environment, "go");
    if (go.isEmpty()) {
      return Optional.empty();
    }
    progress.accept("Building livekit-server " + VERSION + " with Go, once; about two minutes …");
    try {
      Path program = build(go.get(), cached(environment));
      progress.accept("Built " + program);
      return Optional.of(of(program));
    } catch (IOException failed) {
      progress.accept("Could not build livekit-server: " + failed.getMessage());
      return Optional.empty();
    }
  }

  /** Builds beside the target and moves it there, so that nobody ever runs half a program. */
  private static Path build(Path go, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path folder = Files.createTempDirectory(target.getParent(), "build");
    ProcessBuilder build = new ProcessBuilder(go.toString(), "install", MODULE).inheritIO();
    build.environment().put("GOBIN", folder.toString());
    run(build);
    Path program;
    try (Stream<Path> files = Files.list(folder)) {
      program = files.findFirst().orElseThrow(() -> new IOException("go install left nothing"));
    }
    Files.move(program, target, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(folder);
    return target;
  }

  private static Optional<LiveKitCommand> docker(Map<String, String> environment) {
    return onPath(environment, "docker")
        .filter(LiveKitCommand::engineRuns)
        .map(docker ->
            new LiveKitCommand(
                List.of(
                    docker.toString(),
                    "run",
                    "--rm",
                    "--network=host",
                    "-e",
                    "LIVEKIT_CONFIG",
                    IMAGE)));
  }

  private static boolean engineRuns(Path docker) {
    try {
      run(
          new ProcessBuilder(docker.toString(), "info")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD));
      return true;
    } catch (IOException noEngine) {
      return false;
    }
  }

  private static void run(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(builder.command() + " failed");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Path cached(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path caches =
        Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
            .filter(given -> !given.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(home, ".cache"));
    return caches.resolve("moim").resolve("livekit-server-" + VERSION);
  }

  private static Optional<Path> onPath(Map<String, String> environment, String program) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
