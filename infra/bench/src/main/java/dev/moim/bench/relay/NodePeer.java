package dev.moim.bench.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A program for Node that is compared with. It and what npm fetches for it are put below {@code
 * target}.
 */
record NodePeer(Path folder) {

  /**
   * Fetches what it needs, once.
   *
   * @param name of its folder in {@code src/main/node}
   */
  static NodePeer fetched(Path root, String name, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path bench = root.resolve("infra/bench");
    NodePeer peer = new NodePeer(Files.createDirectories(bench.resolve("target/node/" + name)));
    try (Stream<Path> files = Files.list(bench.resolve("src/main/node/" + name))) {
      files.forEach(peer::copy);
    }
    if (!Files.exists(peer.folder.resolve("node_modules"))) {
      progress.accept("fetching " + name + " ...");
      List<String> npm = new ArrayList<>(List.of("npm", "install", "--ignore-scripts"));
      npm.addAll(List.of("--no-package-lock", "--no-audit", "--no-fund"));
      peer.output(npm);
    }
    return peer;
  }

  private void copy(Path file) {
    try {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return what the command printed
   * @throws IllegalStateException if it failed
   */
  String output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
    }
    return output;
  }
}
