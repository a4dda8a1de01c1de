package dev.moim.bench.start;

import dev.moim.template.Function;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function that does nothing, with Spring Cloud Function: what a framework costs by itself. Maven
 * fetches and compiles it.
 *
 * @param classPath it and what it needs
 */
record SpringCloudFunction(String classPath) {

  /** Spring is told by variables what to run. */
  static final Function FUNCTION =
      new Function(
          "SpringCloudFunction",
          "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
          Map.of("MAIN_CLASS", "peer.Application", "SPRING_CLOUD_FUNCTION_DEFINITION", "nothing"),
          Duration.ofSeconds(30),
          1_024,
          List.of());

  static SpringCloudFunction built(Path root, Consumer<String> progress) throws Exception {
    Path bench = root.resolve("infra/bench");
    Path target = bench.resolve("target/spring-cloud-function");
    progress.accept("building the peer with Spring Cloud Function ...");
    Process maven =
        new ProcessBuilder(
                root.resolve("mvnw").toString(),
                "-q",
                "-B",
                "-ntp",
                "-f",
                bench.resolve("src/main/spring-cloud-function/pom.xml").toString(),
                "-Dpeer.target=" + target,
                "compile")
            .redirectErrorStream(true)
            .start();
    String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (maven.waitFor() != 0) {
      throw new IOException("Maven could not build it: " + output);
    }
    return new SpringCloudFunction(
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("run.classpath")).strip());
  }
}
