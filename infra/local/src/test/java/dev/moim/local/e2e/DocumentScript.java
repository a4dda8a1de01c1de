package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A document's own curl calls, as a script that prints their answers. */
final class DocumentScript {

  private static final Path FOLDER =
      Path.of(System.getProperty("moim.root"), "infra/local/src/test/bash");

  private DocumentScript() {}

  /** Runs it; where there is no bash with curl and python3 the test is skipped and says so. */
  static List<JsonNode> run(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", FOLDER.resolve(name).toString()));
    command.addAll(List.of(arguments));
    Process script =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = script.waitFor();
    String reason = "SKIPPED: the document's curl scenario; no bash with curl and python3";
    if (exit == 127) {
      System.out.println(reason);
    }
    Assumptions.assumeTrue(exit != 127, reason);
    assertThat(exit).as("the script's exit code after %s", output).isZero();
    try (MappingIterator<JsonNode> answers =
        new ObjectMapper().readerFor(JsonNode.class).readValues(output)) {
      return answers.readAll();
    }
  }
}
