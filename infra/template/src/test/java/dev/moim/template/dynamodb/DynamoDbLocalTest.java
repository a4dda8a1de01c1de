package dev.moim.template.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.template.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class DynamoDbLocalTest {

  private static final Table ROOMS =
      new Table(
          "Rooms",
          Map.of("roomId", "S", "licenseId", "S"),
          new Table.Keys("roomId", Optional.of("licenseId")),
          List.of(
              new Table.Index(
                  "byLicense",
                  new Table.Keys("licenseId", Optional.empty()),
                  "INCLUDE",
                  List.of("title"))),
          Optional.of("expiresAt"),
          Optional.of("NEW_IMAGE"));

  @Test
  void tableIsMadeAsDeclaredAndOnce() {
    try (DynamoDbLocal database = DynamoDbLocal.inMemory();
        DynamoDbClient client = database.client()) {
      TableCreator creator = new TableCreator(client);
      assertThat(creator.create(ROOMS, "rooms-1")).isTrue();
      assertThat(creator.create(ROOMS, "rooms-1")).isFalse();
      var table = client.describeTable(request -> request.tableName("rooms-1")).table();
      assertThat(table.keySchema())
          .extracting(key -> key.attributeName() + ":" + key.keyTypeAsString())
          .containsExactly("roomId:HASH", "licenseId:RANGE");
      var index = table.globalSecondaryIndexes().getFirst();
      assertThat(index.projection().nonKeyAttributes()).containsExactly("title");
      assertThat(table.streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
      var ttl = client.describeTimeToLive(request -> request.tableName("rooms-1"));
      assertThat(ttl.timeToLiveDescription().timeToLiveStatus())
          .isEqualTo(TimeToLiveStatus.ENABLED);
    }
  }

  /** A page elsewhere could let its own name resolve to this machine. */
  @Test
  void answersUnderNamesOfThisMachineOnly() throws IOException {
    try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
      int port = database.endpoint().getPort();
      assertThat(statusLine(port, "evil.example:" + port)).contains(" 404 ");
      assertThat(statusLine(port, "127.0.0.1.evil.example")).contains(" 404 ");
      assertThat(statusLine(port, "localhost:" + port)).as("no credentials").contains(" 400 ");
      assertThat(statusLine(port, "127.0.0.1:" + port)).contains(" 400 ");
    }
  }

  private static String statusLine(int port, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }

  /** As CloudFormation does with a table that is there, when its template asks for a stream. */
  @Test
  void aKeptTableGetsTheStreamThatItsTemplateAsksForNow() {
    try (DynamoDbLocal database = DynamoDbLocal.inMemory();
        DynamoDbClient client = database.client()) {
      TableCreator creator = new TableCreator(client);
      creator.create(rooms(Optional.empty()));
      assertThat(view(client)).isEmpty();
      creator.create(rooms(Optional.of("NEW_IMAGE")));
      assertThat(view(client)).contains("NEW_IMAGE");
      String stream = client.describeTable(it -> it.tableName("Rooms")).table().latestStreamArn();
      creator.create(rooms(Optional.of("NEW_IMAGE")));
      assertThat(client.describeTable(it -> it.tableName("Rooms")).table().latestStreamArn())
          .isEqualTo(stream);
      creator.create(rooms(Optional.of("KEYS_ONLY")));
      assertThat(view(client)).contains("KEYS_ONLY");
    }
  }

  private static Table rooms(Optional<String> stream) {
    return new Table(
        ROOMS.name(),
        ROOMS.attributes(),
        ROOMS.keys(),
        ROOMS.indexes(),
        ROOMS.timeToLive(),
        stream);
  }

  private static Optional<String> view(DynamoDbClient client) {
    return Optional.ofNullable(
            client.describeTable(it -> it.tableName("Rooms")).table().streamSpecification())
        .map(StreamSpecification::streamViewTypeAsString);
  }

  @Test
  void dataSurvivesTheKillingOfTheServer(@TempDir Path folder) {
    Map<String, AttributeValue> key =
        Map.of("roomId", AttributeValue.fromS("r1"), "licenseId", AttributeValue.fromS("l1"));
    try (DynamoDbLocal database = DynamoDbLocal.in(folder.resolve("data"));
        DynamoDbClient client = database.client()) {
      new TableCreator(client).create(ROOMS, "Rooms");
      client.putItem(put -> put.tableName("Rooms").item(key));
    } // close kills
    try (DynamoDbLocal database = DynamoDbLocal.in(folder.resolve("data"));
        DynamoDbClient client = database.client()) {
      assertThat(client.getItem(get -> get.tableName("Rooms").key(key)).item()).isEqualTo(key);
    }
  }

  /** Its text stands in SQLite's list of tables. */
  @Test
  void changesOfStreamsHaveIndexes(@TempDir Path folder) throws Exception {
    DynamoDbLocal.in(folder).close();
    String kept;
    try (Stream<Path> files = Files.list(folder)) {
      kept =
          files
              .filter(file -> file.toString().contains(".db"))
              .map(DynamoDbLocalTest::text)
              .collect(Collectors.joining());
    }

    assertThat(StreamIndexes.SQL)
        .hasSize(2)
        .allSatisfy(index -> assertThat(kept).contains(index.replace(" IF NOT EXISTS", "")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A journal that is kept is there after the write; SQLite's usual one would be gone. */
  @Test
  void writesDoNotWaitForTheDisk(@TempDir Path folder) {
    try (DynamoDbLocal database = DynamoDbLocal.in(folder);
        DynamoDbClient client = database.client()) {
      new TableCreator(client).create(ROOMS, "Rooms");
      assertThat(folder.resolve("shared-local-instance.db-journal")).isNotEmptyFile();
    }
  }

  @Test
  void serverStartsAgainInTheSamePlaceAfterAViolentEnd(@TempDir Path folder) throws Exception {
    DynamoDbLocal first = DynamoDbLocal.in(folder.resolve("data"));
    try (DynamoDbClient client = first.client()) {
      new TableCreator(client).create(ROOMS, "Rooms");
      ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
      assertThat(first.onExit().get(60, TimeUnit.SECONDS)).isNotZero();
      try (DynamoDbLocal second = first.again()) {
        assertThat(second.endpoint()).isEqualTo(first.endpoint());
        assertThat(client.listTables().tableNames()).containsExactly("Rooms");
      }
    }
  }

  @Test
  void whatWasInMemoryCannotStartAgain() {
    DynamoDbLocal database = DynamoDbLocal.inMemory();
    database.close();
    assertThatThrownBy(database::again)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in memory");
  }

  @Test
  void serverListensOnTheLoopbackInterfaceOnly() throws Exception {
    try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
      int port = database.endpoint().getPort();
      assertThat(connects(InetAddress.ofLiteral("127.0.0.1"), port)).isTrue();
      List<InetAddress> others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      Assumptions.assumeFalse(others.isEmpty(), "this machine has no other interface");
      assertThat(others).noneMatch(address -> connects(address, port));
    }
  }

  private static boolean connects(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void serverDiesWithAKilledParent() throws Exception {
    Process parent = parent(List.of());
    ProcessHandle server = serverOf(parent);
    assertThat(server.isAlive()).isTrue();
    parent.destroyForcibly();
    assertThat(server.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  /** One that will live long has a server that is compiled for that, too. */
  @Test
  void serverIsCompiledAsItsParentIs() throws Exception {
    String firstAlone = "-XX:TieredStopAtLevel=1";
    Process brief = parent(List.of(firstAlone));
    Process lasting = parent(List.of());
    try {
      assertThat(flags(serverOf(brief))).contains(firstAlone);
      assertThat(flags(serverOf(lasting))).contains("-XX:").doesNotContain("TieredStopAtLevel");
    } finally {
      brief.destroyForcibly();
      lasting.destroyForcibly();
    }
  }

  private static Process parent(List<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Parent.class.getName()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Asked of the process itself: its command line is longer than the system hands out. */
  private static String flags(ProcessHandle jvm) throws IOException {
    Process asking = new ProcessBuilder(tool("jcmd"), Long.toString(jvm.pid()), "VM.flags").start();
    return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ProcessHandle serverOf(Process parent) throws IOException {
    var output = new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8);
    return ProcessHandle.of(Long.parseLong(new BufferedReader(output).readLine())).orElseThrow();
  }

  /** Starts a server, prints its process id, and waits to be killed. */
  static final class Parent {
    public static void main(String[] args) throws IOException, InterruptedException {
      try (DynamoDbLocal database = DynamoDbLocal.inMemory()) {
        System.out.println(database.pid());
        Thread.sleep(Duration.ofMinutes(5));
      }
    }
  }
}
