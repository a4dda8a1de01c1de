package dev.moim.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.shared.lambda.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queues with a function behind them, through the endpoint and URL a function is given. */
class QueueTest {

  private static final String TEMPLATE =
      """
      Resources:
        Dead: {Type: AWS::SQS::Queue}
        Timers:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 1
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 2}
        Settings:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Environment: {Variables: {SCRIPT: Settings, URL: !Ref Timers, DEAD: !Ref Dead}}
        Fire:
          Type: AWS::Serverless::Function
          Properties:
            Handler: dev.moim.local.Script
            Environment: {Variables: {SCRIPT: Fire}}
            Events:
              Timers:
                Type: SQS
                Properties:
                  Queue: !GetAtt Timers.Arn
                  FunctionResponseTypes: [ReportBatchItemFailures]
      """;

  private static TestCloud cloud;
  private static SqsClient client;
  private static String timers;
  private static String dead;

  @BeforeAll
  static void start() throws Exception {
    cloud = TestCloud.start(TEMPLATE);
    AtomicReference<Map<String, String>> settings = new AtomicReference<>();
    Script.on(
        "Settings",
        (event, context) -> {
          settings.set(Environment.settings().values());
          return Map.of();
        });
    cloud.cloud().invoke("Settings", Map.of()).join();
    timers = settings.get().get("URL");
    dead = settings.get().get("DEAD");
    client =
        SqsClient.builder()
            .endpointOverride(URI.create(settings.get().get("AWS_ENDPOINT_URL_SQS")))
            .region(Region.of(settings.get().get("AWS_REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    cloud.close();
  }

  @BeforeEach
  void reset() {
    Script.on("Fire", (event, context) -> Map.of("batchItemFailures", List.of()));
  }

  @Test
  void messageReachesTheFunctionAsAnSqsEvent() throws Exception {
    send("hello");
    JsonNode item = received("hello");
    assertThat(item.at("/eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(item.at("/eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:Timers");
    assertThat(item.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(item.at("/messageId").asText()).isNotEmpty();
    assertThat(item.at("/receiptHandle").asText()).isNotEmpty();
  }

  @Test
  void delayedMessageComesLater() throws Exception {
    long start = System.nanoTime();
    client.sendMessage(it -> it.queueUrl(timers).messageBody("later").delaySeconds(1));
    received("later");
    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
  }

  /** A message that keeps failing is received twice and then moves to the dead-letter queue. */
  @Test
  void onlyFailedItemsComeBackUntilTheyAreDead() throws Exception {
    Script.on("Fire", (event, context) -> failuresOf(event, "bad"));
    send("good");
    send("bad");
    awaitDead("bad");
    List<String> seen = new ArrayList<>();
    for (JsonNode event : Script.unseen("Fire")) {
      event.at("/Records").forEach(item -> seen.add(item.at("/body").asText()));
    }
    assertThat(seen.stream().filter("bad"::equals)).hasSize(2);
    assertThat(seen.stream().filter("good"::equals)).hasSize(1);
  }

  @Test
  void failingFunctionLeavesTheWholeBatch() throws Exception {
    Script.on(
        "Fire",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    send("lost?");
    awaitDead("lost?");
  }

  /** As on AWS: an id that is not in the batch fails the whole batch. */
  @Test
  void unknownFailedItemFailsTheBatch() throws Exception {
    var unknown = List.of(Map.of("itemIdentifier", "no such id"));
    Script.on("Fire", (event, context) -> Map.of("batchItemFailures", unknown));
    send("again");
    awaitDead("again");
  }

  private static Map<String, Object> failuresOf(JsonNode event, String body) {
    List<Map<String, String>> failures = new ArrayList<>();
    for (JsonNode item : event.at("/Records")) {
      if (item.at("/body").asText().equals(body)) {
        failures.add(Map.of("itemIdentifier", item.at("/messageId").asText()));
      }
    }
    return Map.of("batchItemFailures", failures);
  }

  private static void send(String body) {
    client.sendMessage(it -> it.queueUrl(timers).messageBody(body));
  }

  /** Events of other tests' leftovers may come between. */
  private static JsonNode received(String body) throws InterruptedException {
    while (true) {
      for (JsonNode item : Script.event("Fire").at("/Records")) {
        if (item.at("/body").asText().equals(body)) {
          return item;
        }
      }
    }
  }

  /** Fails by the time-out of the test. */
  private static void awaitDead(String body) {
    boolean found = false;
    while (!found) {
      for (Message message :
          client.receiveMessage(it -> it.queueUrl(dead).waitTimeSeconds(1)).messages()) {
        client.deleteMessage(it -> it.queueUrl(dead).receiptHandle(message.receiptHandle()));
        found |= message.body().equals(body);
      }
    }
  }
}
