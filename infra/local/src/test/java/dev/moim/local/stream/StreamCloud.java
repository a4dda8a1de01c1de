package dev.moim.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.GatewayOptions;
import dev.moim.local.Json;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.local.TestCloud;
import dev.moim.shared.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Tables with a stream and a scripted function behind each, which has the name of its table, and
 * one queue for failures.
 */
final class StreamCloud implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final long PAUSE_NANOS = 10_000_000;

  private final TestCloud cloud;
  private final SqsClient queues;
  private final String lost;

  private StreamCloud(TestCloud cloud) {
    this.cloud = cloud;
    AtomicReference<Map<String, String>> settings = new AtomicReference<>();
    Script.on(
        "Settings",
        (event, context) -> {
          settings.set(Environment.settings().values());
          return Map.of();
        });
    cloud.cloud().invoke("Settings", Map.of()).join();
    lost = settings.get().get("LOST");
    queues =
        SqsClient.builder()
            .endpointOverride(URI.create(settings.get().get("AWS_ENDPOINT_URL_SQS")))
            .region(Region.of(settings.get().get("AWS_REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  static StreamCloud start(GatewayOptions options, String... readers) {
    return new StreamCloud(TestCloud.start(template(readers), options));
  }

  static String template(String... readers) {
    return """
    Resources:
      Lost: {Type: AWS::SQS::Queue}
      Settings:
        Type: AWS::Serverless::Function
        Properties:
          Handler: dev.moim.local.Script
          Environment: {Variables: {SCRIPT: Settings, LOST: !Ref Lost}}
    """
        + String.join("", readers);
  }

  /** A table and a function of one name. */
  static String reader(String name, String properties) {
    return table(name) + function(name, "dev.moim.local.Script", properties);
  }

  static String table(String name) {
    return """
      %1$s:
        Type: AWS::DynamoDB::Table
        Properties:
          AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
          KeySchema: [{AttributeName: id, KeyType: HASH}]
          StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
    """
        .formatted(name);
  }

  /** The time is virtual, and runs away while a test waits: no function ends because of it. */
  static String function(String table, String handler, String properties) {
    String start =
        properties.contains("StartingPosition") ? "" : "StartingPosition: TRIM_HORIZON, ";
    return """
      %1$sReader:
        Type: AWS::Serverless::Function
        Properties:
          Handler: %2$s
          Timeout: 900
          Environment: {Variables: {SCRIPT: %1$s}}
          Events:
            Changes: {Type: DynamoDB, Properties: {Stream: !GetAtt %1$s.StreamArn, %3$s%4$s}}
    """
        .formatted(table, handler, start, properties);
  }

  TestCloud cloud() {
    return cloud;
  }

  DynamoDbClient tables() {
    return cloud.cloud().dynamoDb();
  }

  void put(String table, String id, String value) {
    tables().putItem(it -> it.tableName(table).item(item(id, value)));
  }

  /** All at once, so that they can be read at once. */
  void putTogether(String table, String... ids) {
    List<TransactWriteItem> items =
        Arrays.stream(ids)
            .map(id ->
                TransactWriteItem.builder()
                    .put(it -> it.tableName(table).item(item(id, "new")))
                    .build())
            .toList();
    tables().transactWriteItems(it -> it.transactItems(items));
  }

  /** Lets time pass until it is so. */
  void pass(String what, BooleanSupplier happened) {
    Patience.until(
        what,
        () -> {
          cloud.timeline().advance(STEP);
          LockSupport.parkNanos(PAUSE_NANOS);
          return happened.getAsBoolean();
        });
  }

  /** The next note about a failure, and time passes until there is one. */
  JsonNode lost() {
    List<JsonNode> notes = new ArrayList<>();
    pass("a note about a failure", () -> receive(notes));
    return notes.getFirst();
  }

  boolean nothingIsLost() {
    return queues.receiveMessage(it -> it.queueUrl(lost)).messages().isEmpty();
  }

  private boolean receive(List<JsonNode> notes) {
    for (Message message : queues.receiveMessage(it -> it.queueUrl(lost)).messages()) {
      queues.deleteMessage(it -> it.queueUrl(lost).receiptHandle(message.receiptHandle()));
      notes.add(Json.parse(message.body()).orElseThrow());
    }
    return !notes.isEmpty();
  }

  /** Ids of the items in an event, in its order. */
  static List<String> ids(JsonNode event) {
    return StreamSupport.stream(event.path("Records").spliterator(), false)
        .map(record -> record.at("/dynamodb/Keys/id/S").asText())
        .toList();
  }

  static List<String> numbers(JsonNode event) {
    return StreamSupport.stream(event.path("Records").spliterator(), false)
        .map(record -> record.at("/dynamodb/SequenceNumber").asText())
        .toList();
  }

  /** The answer that names records as failed. */
  static Object failing(String... numbers) {
    return Map.of(
        "batchItemFailures",
        Arrays.stream(numbers).map(number -> Map.of("itemIdentifier", number)).toList());
  }

  private static Map<String, AttributeValue> item(String id, String value) {
    return Map.of("id", AttributeValue.fromS(id), "value", AttributeValue.fromS(value));
  }

  @Override
  public void close() {
    queues.close();
    cloud.close();
  }
}
