package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.livekit.LiveKitServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./moim up} as a process, on the class path it has there and not that of tests: what it
 * prints, keeps, and leaves behind.
 */
class MainTest {

  private static final Path ROOT = Path.of(System.getProperty("moim.root"));
  private static final Path TARGET = ROOT.resolve("infra/local/target");

  private static final String TEMPLATE =
      """
      Parameters:
        Mode: {Type: String, Default: a, AllowedValues: [a, b]}
      Resources:
        LicensesTable:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: licenseId, AttributeType: S}]
            KeySchema: [{AttributeName: licenseId, KeyType: HASH}]
      """;

  @TempDir Path project;
  private final List<Process> started = new ArrayList<>();
  private int port;

  @BeforeEach
  void writeTemplate() throws IOException {
    Files.writeString(project.resolve("template.yaml"), TEMPLATE);
    port = freePort();
  }

  @AfterEach
  void killAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void printsUrlsAndEndsWithItsChildrenOnSigterm() throws Exception {
    Process main = start(port);
    String banner = untilReady(main);
    assertThat(banner)
        .contains("http://localhost:" + port + "/")
        .contains("/_local/health")
        .contains(".moim/trial-license.json")
        .contains("Next steps")
        .doesNotContain("--shuffle");
    List<ProcessHandle> children = main.children().toList();
    assertThat(children).isNotEmpty();
    main.destroy(); // SIGTERM
    assertThat(main.waitFor(60, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : children) {
      assertThat(child.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  @Test
  void dataSurvivesKillingAndFreshForgetsIt() throws Exception {
    Process first = start(port);
    untilReady(first);
    Path file = project.resolve(".moim/trial-license.json");
    String license = Files.readString(file);
    assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    first.destroyForcibly().waitFor(); // kill -9

    Process second = start(port);
    untilReady(second);
    assertThat(Files.readString(file)).isEqualTo(license);
    second.destroyForcibly().waitFor();

    untilReady(start(port, "--fresh"));
    assertThat(Files.readString(file)).isNotEqualTo(license);
  }

  @Test
  void takenPortIsAClearMessageThatNamesAFreeOne() throws Exception {
    int first = LiveKitServer.freePort(); // with a free one behind it
    try (ServerSocket taken = listen(first);
        ServerSocket next = listen(first + 1)) {
      Process main = start(taken.getLocalPort());
      String output = output(main);
      assertThat(output).contains("Port " + first + " is in use").contains("./moim up --port ");
      assertThat(main.waitFor()).isEqualTo(1);
      int suggested = Integer.parseInt(output.replaceAll("(?s).*--port (\\d+).*", "$1"));
      assertThat(suggested).isGreaterThan(next.getLocalPort());
      assertThat(HttpServer.isFree(suggested)).isTrue();
    }
  }

  @Test
  void aParameterThatTheTemplateRefusesEndsIt() throws Exception {
    Process main = start(port, "--set", "Mode=c");
    assertThat(output(main)).contains("Moim cannot start", "parameter Mode must be one of [a, b]");
    assertThat(main.waitFor()).isEqualTo(1);
  }

  @Test
  void whatWasAskedForStandsInTheBanner() throws Exception {
    String[] options = {"--shuffle", "200", "--cold", "10", "--origin", "http://localhost:3291"};
    assertThat(untilReady(start(port, options)))
        .contains("each waits 0 to 200 ms, 10 % of them 400 to 900 ms more")
        .contains("http://localhost:3291");
  }

  @Test
  void optionsItDoesNotUnderstandAreNamed() throws Exception {
    Process main = start(port, "--shuffle", "10001");
    assertThat(output(main)).contains("shuffle is from 0 to 10000");
    assertThat(main.waitFor()).isEqualTo(2);
  }

  @Test
  void secondOneOnTheSameDataIsRefused() throws Exception {
    untilReady(start(port));
    Process second = start(freePort());
    assertThat(output(second)).contains("Moim is running already");
    assertThat(second.waitFor()).isEqualTo(1);
  }

  @Test
  void tablesOfAnOlderTemplateAreNamed() throws Exception {
    Process first = start(port);
    untilReady(first);
    first.destroyForcibly().waitFor();
    String other = TEMPLATE.replace("licenseId", "id");
    Files.writeString(project.resolve("template.yaml"), other);
    Process second = start(port);
    assertThat(output(second)).contains("table LicensesTable").contains("--fresh");
    assertThat(second.waitFor()).isEqualTo(1);
  }

  @Test
  void dataThatCannotBeOpenedEndsItWithAMessage() throws Exception {
    Files.createDirectories(project.resolve(".moim"));
    Files.writeString(project.resolve(".moim/dynamodb"), "no folder");
    Process process = start(port);
    assertThat(output(process)).contains("Moim cannot start").contains(".moim/dynamodb");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  /** As a loss of power may leave it. */
  @Test
  void damagedDataEndsItWithOneLine() throws Exception {
    Path data = Files.createDirectories(project.resolve(".moim/dynamodb"));
    Files.writeString(data.resolve("shared-local-instance.db"), "damaged ".repeat(1_000));
    Process process = start(port);
    assertThat(output(process))
        .contains("Moim cannot start", "is not a database", "`./moim up --fresh` starts anew")
        .doesNotContain("\tat ");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void everyFamilyAnswers() throws Exception {
    Files.delete(project.resolve("template.yaml"));
    for (String part : List.of("template.yaml", "functions", "infra", "web")) {
      Files.createSymbolicLink(project.resolve(part), ROOT.resolve(part));
    }
    untilReady(start(port));
    String http = "http://127.0.0.1:" + port;
    String socket = "ws://127.0.0.1:" + port;
    Map<String, String> families =
        Map.of(
            "calls", socket + "/calls",
            "licenses", http + "/v1",
            "rooms", http + "/api",
            "studies", http + "/api/my-studies",
            "study socket", socket + "/study",
            "accounts", http + "/api/v1",
            "meetings", http + "/api/v1",
            "chat", http + "/api/v1",
            "chat socket", socket + "/ws");
    assertThat(families.keySet()).hasSameElementsAs(SmokeTest.FAMILIES);
    for (String family : SmokeTest.FAMILIES) {
      assertThat(SmokeTest.ask(family, URI.create(families.get(family)))).as(family).isEmpty();
    }
  }

  @Test
  void listensOnThisMachineOnly() throws Exception {
    untilReady(start(port));
    try (Socket local = new Socket("127.0.0.1", port)) {
      assertThat(local.isConnected()).isTrue();
    }
    for (InetAddress address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!address.isLoopbackAddress()) {
        assertThat(refuses(address)).as("%s", address).isTrue();
      }
    }
  }

  private boolean refuses(InetAddress address) {
    try (Socket socket = new Socket(address, port)) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  private Process start(int onPort, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName(),
                project.toString(),
                "--port",
                Integer.toString(onPort)));
    arguments.addAll(List.of(options));
    ProcessBuilder command = new ProcessBuilder(arguments);
    // A server of its own for group media is not what these tests are about.
    command.environment().put("LIVEKIT_URL", "ws://127.0.0.1:9");
    Process process = command.redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  /** The program itself is in no jar yet when tests run. */
  private static String classPath() throws IOException {
    String libraries = Files.readString(TARGET.resolve("run.classpath")).strip();
    return TARGET.resolve("classes") + File.pathSeparator + libraries;
  }

  private static String untilReady(Process process) throws IOException {
    StringBuilder output = new StringBuilder();
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.append(line).append('\n');
      if (line.startsWith("Ctrl-C")) {
        return output.toString();
      }
    }
    throw new AssertionError("it ended:\n" + output);
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ServerSocket listen(int onPort) throws IOException {
    return new ServerSocket(onPort, 1, InetAddress.getLoopbackAddress());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
