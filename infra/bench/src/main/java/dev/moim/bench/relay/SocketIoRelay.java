package dev.moim.bench.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Node's socket.io takes to relay a message in its memory: the least that a relay can cost.
 */
public final class SocketIoRelay implements Bench {

  private final Path folder;

  public SocketIoRelay(Path root) {
    this.folder = root.resolve("infra/bench/src/main/node");
  }

  @Override
  public String name() {
    return "socketio";
  }

  @Override
  public String about() {
    return "a relay by socket.io in memory, fetched with npm: what ours has to be compared with";
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    if (!Files.exists(folder.resolve("node_modules"))) {
      progress.accept("fetching socket.io ...");
      output("npm", "ci", "--no-audit", "--no-fund");
    }
    progress.accept("relaying ...");
    JsonNode measured = new ObjectMapper().readTree(output("node", "relay.js"));
    return List.of(
        Row.alone(
            "socket.io relays a message", measured.path("cpuMicros").asDouble() / 1e3, "CPU-ms"),
        Row.alone("socket.io, one at a time", measured.path("perSecond").asDouble(), "relays/s"));
  }

  private String output(String... command) throws Exception {
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
