package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Streams of tables that are kept, when the runtime or its database ends. */
class StreamsRestartTest {

  private static final String TEMPLATE =
      """
      Resources:
        Things:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            StreamSpecification: {StreamViewType: NEW_IMAGE}
        Kept:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Timeout: 900
            Environment: {Variables: {SCRIPT: Kept}}
            Events:
              Changes:
                Type: DynamoDB
                Properties: {Stream: !GetAtt Things.StreamArn, StartingPosition: TRIM_HORIZON}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream failures = new ByteArrayOutputStream();

  @BeforeEach
  void writeTemplate() throws Exception {
    Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
  }

  @Test
  void aRestartRepeatsNothingThatWasHandledAndForgetsNothingThatWasNot() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Script.on(
        "Kept",
        (event, context) -> {
          if (id(event).equals("caught in the middle")) {
            never.await();
          }
          return Map.of();
        });
    try (LocalCloud cloud = start()) {
      put(cloud, "handled");
      assertThat(id(Script.event("Kept"))).isEqualTo("handled");
      put(cloud, "caught in the middle");
      assertThat(id(Script.event("Kept"))).isEqualTo("caught in the middle");
      put(cloud, "behind it");
    }
    never.countDown();
    Script.on("Kept", (event, context) -> Map.of());
    try (LocalCloud cloud = start()) {
      JsonNode first = Script.event("Kept");
      assertThat(id(first)).isEqualTo("caught in the middle");
      if (first.at("/Records").size() == 1) {
        assertThat(id(Script.event("Kept"))).isEqualTo("behind it");
      } else {
        assertThat(first.at("/Records/1/dynamodb/Keys/id/S").asText()).isEqualTo("behind it");
      }
      put(cloud, "new");
      assertThat(id(Script.event("Kept"))).isEqualTo("new");
      assertThat(Script.unseen("Kept")).isEmpty();
    }
  }

  @Test
  void whenTheDatabaseIsBackSoAreItsStreams() throws Exception {
    Script.on("Kept", (event, context) -> Map.of());
    try (LocalCloud cloud = start();
        HttpClient http = HttpClient.newHttpClient()) {
      put(cloud, "before");
      assertThat(id(Script.event("Kept"))).isEqualTo("before");
      ProcessHandle process = ProcessHandle.of(cloud.databasePid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);
      Patience.until(
          "a restart",
          () -> failures.toString(StandardCharsets.UTF_8).contains("was started again"));
      put(cloud, "after");
      assertThat(id(Script.event("Kept"))).isEqualTo("after");
      HttpRequest health = HttpRequest.newBuilder(cloud.url().resolve("/_local/health")).build();
      Patience.until("health", () -> body(http, health).contains("\"message\":\"ready\""));
      assertThat(body(http, health)).contains("\"streams\":\"up\"");
    }
  }

  private LocalCloud start() {
    return LocalCloud.start(
        LocalOptions.of(folder)
            .home(folder.resolve("home"))
            .failures(new PrintStream(failures, true, StandardCharsets.UTF_8)));
  }

  private static void put(LocalCloud cloud, String id) {
    cloud
        .dynamoDb()
        .putItem(it -> it.tableName("Things").item(Map.of("id", AttributeValue.fromS(id))));
  }

  private static String id(JsonNode event) {
    return event.at("/Records/0/dynamodb/Keys/id/S").asText();
  }

  private static String body(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
