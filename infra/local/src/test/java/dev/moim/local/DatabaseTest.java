package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.template.Table;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What happens when DynamoDB Local's process ends. */
class DatabaseTest {

  private static final Table THINGS =
      new Table(
          "Things",
          Map.of("id", "S"),
          new Table.Keys("id", Optional.empty()),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final String TEMPLATE =
      """
      Resources:
        Things:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
      """;

  @TempDir Path folder;
  private final List<String> reports = new CopyOnWriteArrayList<>();

  @Test
  void tablesOnDiskAreBackUnderTheSameAddress() throws Exception {
    DynamoDbLocal first = DynamoDbLocal.in(folder);
    try (Database database = new Database(first, reports::add);
        DynamoDbClient client = first.client()) {
      new TableCreator(client).create(THINGS);
      kill(database.pid());
      Patience.until("a report", () -> !reports.isEmpty());
      assertThat(reports).singleElement().asString().contains("was started again");
      assertThat(database.isUp()).isTrue();
      assertThat(database.pid()).isNotEqualTo(first.pid());
      assertThat(client.listTables().tableNames()).containsExactly("Things");
    }
  }

  @Test
  void whatWasInMemoryStaysDownAndHealthSaysSo() throws Exception {
    Path file = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    var failures = new ByteArrayOutputStream();
    LocalOptions options =
        LocalOptions.of(folder)
            .template(file)
            .failures(new PrintStream(failures, true, StandardCharsets.UTF_8));
    try (LocalCloud cloud = LocalCloud.start(options);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest health = HttpRequest.newBuilder(cloud.url().resolve("/_local/health")).build();
      assertThat(body(http, health))
          .isEqualTo("200 {\"message\":\"ready\",\"parts\":{\"dynamodb\":\"up\"}}");
      kill(cloud.databasePid());
      Patience.until(
          "a report", () -> failures.toString(StandardCharsets.UTF_8).contains("stays down"));
      assertThat(body(http, health))
          .isEqualTo("503 {\"message\":\"down: dynamodb\",\"parts\":{\"dynamodb\":\"down\"}}");
    }
  }

  @Test
  void endOfTheRuntimeIsNoFailure() {
    Database database = new Database(DynamoDbLocal.inMemory(), reports::add);
    long pid = database.pid();
    database.close();
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    assertThat(database.isUp()).isFalse();
    assertThat(reports).isEmpty();
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(60, TimeUnit.SECONDS);
  }

  private static String body(HttpClient http, HttpRequest request) throws Exception {
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
