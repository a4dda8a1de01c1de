package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.queue.QueueServer;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.delivery.Result;
import dev.moim.webhooks.dynamodb.DynamoDeliveryLog;
import dev.moim.webhooks.event.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./moim license webhook}. */
class LicenseWebhooksTest {

  @TempDir Path project;

  private DynamoDbLocal database;
  private QueueServer queues;
  private String license;

  @BeforeEach
  void start() throws Exception {
    database = DynamoDbLocal.inMemory();
    for (String table : List.of("LicensesTable", "RoomsTable", "WebhooksTable")) {
      new TableCreator(database.client()).create(RootTemplate.load().table(table), table);
    }
    queues = QueueServer.start(QueueServer.endpointOnFreePort());
    queues.client().createQueue(it -> it.queueName("Webhooks-Retries"));
    Path home = Files.createDirectory(project.resolve(".moim"));
    Files.writeString(home.resolve(LicenseTable.DATABASE), database.endpoint().toString());
    Files.writeString(home.resolve(LicenseTable.QUEUES), queues.endpoint().toString());
    license = json(run("create", "--domain", "acme")).path("accessKey").asText();
  }

  @AfterEach
  void stop() {
    queues.close();
    database.close();
  }

  @Test
  void doesWhatATenantDoesOverHttp() {
    JsonNode made =
        json(
            webhook("--add", "https://hooks.example.com/a", "--events", "room.ended,room.created"));
    String id = made.path("id").asText();
    assertThat(made.path("secret").asText()).startsWith("whsec_");
    assertThat(webhook()).contains("https://hooks.example.com/a").doesNotContain("whsec_");
    JsonNode rotated = json(webhook("--rotate", id, "--overlap", "1h"));
    assertThat(rotated.path("secret").asText()).isNotEqualTo(made.path("secret").asText());
    JsonNode changed =
        json(webhook("--change", id, "--events", "all", "--url", "http://localhost/"));
    assertThat(changed.path("events")).isEmpty();
    assertThat(changed.path("url").asText()).isEqualTo("http://localhost/");
    String sent = json(webhook("--test", id)).path("id").asText();
    assertThat(json(webhook("--deliveries", id)).path("id").asText()).isEqualTo(sent);
    assertThat(json(webhook("--redeliver", id, "--delivery", sent)).path("id").asText())
        .isEqualTo(sent);
    assertThat(webhook("--delete", id)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> webhook("--add", "https://10.0.0.1/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--url must be");
    assertThatThrownBy(() -> webhook("--test", "wh_none")).hasMessage("Webhook not found");
    assertThatThrownBy(() -> webhook("--redeliver", "wh_none")).hasMessageContaining("--delivery");
    assertThatThrownBy(() -> run("webhook", "zzzzzzzzzzz")).hasMessageContaining("no license");
    assertThatThrownBy(() -> webhook("--nonsense", "x")).hasMessageContaining("--nonsense");
  }

  @Test
  void optionsThatBelongToNoActionAreRefused() {
    Map.of(
            "--enabled false", "--enabled goes with --change",
            "--url http://localhost/", "--url goes with --change",
            "--events all", "--events goes with --add or --change",
            "--overlap 1h", "--overlap goes with --rotate",
            "--delivery msg_1", "--delivery goes with --redeliver",
            "--test wh_1 --enabled true", "--enabled goes with --change",
            "--add http://localhost/ --url http://x/", "--url goes with --change",
            "--test wh_1 --delete wh_1", "--delete and --test cannot be done at once")
        .forEach((words, message) ->
            assertThatThrownBy(() -> webhook(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
    assertThat(webhook()).isEmpty();
  }

  @Test
  void latestDeliveriesAreFoundHoweverManyOthersThereWere() {
    String id = json(webhook("--add", "http://localhost/")).path("id").asText();
    String sent = json(webhook("--test", id)).path("id").asText();
    var log = new DynamoDeliveryLog(database.client(), "WebhooksTable", Clock.systemUTC());
    Result result = new Result(Result.State.DELIVERED, 1, 0, 200, "");
    for (int n = 1000; n <= 2000; n++) {
      Message other = new Message("msg_z" + n, EventType.TEST, license, "{}");
      log.begin(other, Map.of("wh_busy", result));
    }
    assertThat(json(webhook("--deliveries", id)).path("id").asText()).isEqualTo(sent);
    assertThat(webhook("--deliveries", id).lines()).hasSize(1);
  }

  private String webhook(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "webhook";
    all[1] = license;
    System.arraycopy(words, 0, all, 2, words.length);
    return run(all);
  }

  private String run(String... words) {
    return LicenseCommand.run(project, List.of(words));
  }

  private static JsonNode json(String text) {
    return Json.parse(text).orElseThrow();
  }
}
