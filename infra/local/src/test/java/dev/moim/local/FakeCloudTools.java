package dev.moim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of what {@code ./moim deploy} and {@code ./moim undeploy} consist of, with tools on the
 * PATH that note down how they are called and answer as told.
 */
final class FakeCloudTools {

  private static final Path ROOT = Path.of(System.getProperty("moim.root"));

  /** Notes its arguments, then answers by the first pattern of its answers that fits. */
  private static final String TOOL =
      """
      #!/bin/sh
      name=$(basename "$0")
      line="$name"
      for argument; do
        line="$line [$argument]"
        case $argument in file://*) cat "${argument#file://}" >>"$FAKE_HOME/files" ;; esac
      done
      echo "$line" >>"$FAKE_HOME/calls"
      for answer in "$FAKE_HOME"/answers/*; do
        [ -f "$answer" ] || continue
        if echo "$line" | grep -q -e "$(sed -n 1p "$answer")"; then
          sed -n '3,$p' "$answer" >&"$(sed -n 2p "$answer" | cut -d' ' -f2)"
          exit "$(sed -n 2p "$answer" | cut -d' ' -f1)"
        fi
      done
      """;

  private final Path home;
  private final Path project;
  private final Map<String, String> environment = new HashMap<>();
  private int answers;

  FakeCloudTools(Path home) throws IOException {
    this.home = home;
    project = home.resolve("project");
    copy("moim", "mvnw", "template.yaml", "samconfig.toml");
    for (String folder : List.of("infra/bin", "functions")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        for (Path file : files.toList()) {
          boolean family = folder.equals("functions");
          copy(ROOT.relativize(family ? file.resolve("template.yaml") : file).toString());
        }
      }
    }
    write(project.resolve("infra/local/target/run.classpath"), "/libraries/some.jar");
    Files.createDirectories(home.resolve("answers"));
    for (String tool : List.of("bin/aws", "bin/sam", "bin/mvn", "jdk/bin/java", "jdk/bin/javac")) {
      Path file = write(home.resolve(tool), TOOL);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    write(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    environment.put("FAKE_HOME", home.toString());
    environment.put("JAVA_HOME", home.resolve("jdk").toString());
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("AWS_REGION", "ap-northeast-2");
  }

  record Ended(int exit, String output) {}

  /**
   * @param call a basic regular expression of a call, {@code aws [sts] [get-caller-identity]}
   */
  FakeCloudTools says(String call, String answer) {
    return answer(call, "0 1", answer);
  }

  /** The call fails. */
  FakeCloudTools refuses(String call, String complaint) {
    return answer(call, "254 2", complaint);
  }

  private FakeCloudTools answer(String call, String how, String text) {
    // The latest comes first.
    write(
        home.resolve("answers/%03d".formatted(999 - ++answers)),
        call.replace("[", "\\[").replace("]", "\\]") + "\n" + how + "\n" + text + "\n");
    return this;
  }

  FakeCloudTools with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  void lose(String tool) throws IOException {
    Files.delete(home.resolve("bin").resolve(tool));
  }

  /**
   * @param typed what is typed when it asks
   */
  Ended run(String typed, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", project.resolve("moim").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var input = process.getOutputStream()) {
      input.write(typed.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedWithoutReading) {
      // It may.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output);
    }
    return new Ended(process.exitValue(), output);
  }

  /** Calls of tools whose line contains all of this, each argument in brackets. */
  List<String> calls(String... parts) {
    return read("calls").lines().filter(line -> Stream.of(parts).allMatch(line::contains)).toList();
  }

  /** What stood in the files that calls named. */
  String files() {
    return read("files");
  }

  private String read(String name) {
    try {
      return Files.exists(home.resolve(name)) ? Files.readString(home.resolve(name)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String... files) throws IOException {
    for (String file : files) {
      Path target = project.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(ROOT.resolve(file), target);
    }
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
