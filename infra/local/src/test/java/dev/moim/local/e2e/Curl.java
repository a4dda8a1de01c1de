package dev.moim.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** curl with a cookie jar, as somebody at a shell uses it. */
final class Curl {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it printed. */
  record Answer(int status, List<String> headers, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(body, e);
      }
    }

    Optional<String> header(String name) {
      String start = name + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private final String base;
  private final Path jar;

  /**
   * @param base of addresses that begin with a slash
   * @param jar where cookies are kept
   */
  Curl(String base, Path jar) {
    this.base = base;
    this.jar = jar;
  }

  Answer json(String method, String path, String body, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("-X", method, "-H", "content-type: application/json", "-d", body));
    arguments.addAll(List.of(more));
    return run(path, arguments.toArray(String[]::new));
  }

  /**
   * @param address whole, or of the base
   */
  Answer run(String address, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl", "-sS", "-i", "--max-time", "60", "-H", "expect:", "-b", jar.toString()));
    command.addAll(List.of("-c", jar.toString()));
    command.addAll(List.of(arguments));
    command.add(address.startsWith("/") ? base + address : address);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(70, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            "curl " + String.join(" ", arguments) + " " + address + ": " + out);
      }
      String[] parts = out.split("\r\n\r\n", 2);
      List<String> lines = List.of(parts[0].split("\r\n"));
      return new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), lines, parts[1]);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("curl is needed", e);
    }
  }
}
