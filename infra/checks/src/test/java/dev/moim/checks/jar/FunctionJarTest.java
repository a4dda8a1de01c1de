package dev.moim.checks.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.TestContext;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The jar that is deployed, not the classes it is made of: packing can lose what only shows at run
 * time, such as the list of log4j's plugins, without which a function logs nothing and says so
 * nowhere.
 */
class FunctionJarTest {

  @ParameterizedTest
  @CsvSource({
    "calls, 14",
    "calls-media, 20",
    "licenses, 12",
    "rooms, 14",
    "rooms-media, 20",
    "studies, 14",
    "studies-media, 20",
    "accounts, 14",
    "meetings, 14",
    "chat, 14",
    "webhooks, 12"
  })
  void staysSmall(String name, int megabytes) throws IOException {
    Path jar = PackedJar.named(name);
    System.out.printf("%s.jar: %.1f MB%n", name, Files.size(jar) / 1e6);
    assertThat(Files.size(jar)).isLessThan(megabytes * 1_000_000L);
  }

  @Test
  void answersAndLogsOneJsonObjectPerLine() throws Exception {
    String output = run("dev.moim.calls.websocket.MemberListHandler", "nonsense");

    assertThat(output).contains("answer: {\"eventOp\":\"\",\"code\":\"400\"");
    assertThat(output.lines().filter(line -> line.startsWith("{")))
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"level\":\"INFO\"", "refused: MALFORMED")
                .contains("\"service\":\"moim-calls\"", "\"request\""));
  }

  /** Nothing in it may ask for the network: a malformed frame is refused before any request. */
  private static String run(String handler, String frame) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            PackedJar.named("calls").toString(),
            of(JarProbe.class),
            of(TestContext.class));
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    JarProbe.class.getName(),
                    handler,
                    frame))
            .redirectErrorStream(true);
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static String of(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("AWS_REGION", "us-east-1"),
          Map.entry("AWS_ACCESS_KEY_ID", "local"),
          Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "probe"),
          Map.entry("POWERTOOLS_SERVICE_NAME", "moim-calls"),
          Map.entry("LICENSES_TABLE", "LicensesTable"),
          Map.entry("ROOMS_TABLE", "RoomsTable"),
          Map.entry("CONNECTIONS_TABLE", "ConnectionsTable"),
          Map.entry("HANDSHAKES_TABLE", "HandshakesTable"),
          Map.entry("MAILBOX_TABLE", "MailboxTable"),
          Map.entry("TIMERS_QUEUE", "http://127.0.0.1:1/timers"),
          Map.entry("SOCKET_ENDPOINT", "http://127.0.0.1:1/calls"));
}
