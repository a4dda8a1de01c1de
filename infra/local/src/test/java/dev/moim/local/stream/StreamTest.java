package dev.moim.local.stream;

import static dev.moim.local.stream.StreamCloud.failing;
import static dev.moim.local.stream.StreamCloud.ids;
import static dev.moim.local.stream.StreamCloud.numbers;
import static dev.moim.local.stream.StreamCloud.reader;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.local.GatewayOptions;
import dev.moim.local.Json;
import dev.moim.local.Patience;
import dev.moim.local.Script;
import dev.moim.template.dynamodb.TableCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What Lambda's reader of streams does, rule by rule. Each rule has a table of its own. */
class StreamTest {

  private static final String DESTINATION =
      "DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}}";
  private static final String REPORTS = "FunctionResponseTypes: [ReportBatchItemFailures]";
  private static final String BISECTS = "BisectBatchOnFunctionError: true";

  private static StreamCloud cloud;

  @BeforeAll
  static void start() {
    cloud =
        StreamCloud.start(
            GatewayOptions.DEFAULTS,
            reader("Plain", "BatchSize: 3"),
            reader(
                "Filtered",
                "FilterCriteria: {Filters: [{Pattern: '{\"eventName\":[\"INSERT\"],"
                    + "\"dynamodb\":{\"NewImage\":{\"value\":{\"S\":[{\"prefix\":\"wan\"}]}}}}'}]}"),
            reader("Window", "BatchSize: 3, MaximumBatchingWindowInSeconds: 5"),
            reader("Partial", String.join(", ", REPORTS, BISECTS)),
            reader("Whole", "MaximumRetryAttempts: 2, " + String.join(", ", REPORTS, DESTINATION)),
            reader("Halved", "MaximumRetryAttempts: 1, " + String.join(", ", BISECTS, DESTINATION)),
            reader("Old", "MaximumRecordAgeInSeconds: 60, " + DESTINATION),
            reader("Lanes", "ParallelizationFactor: 2"),
            reader("Anew", "BatchSize: 10"),
            reader("Quick", "BatchSize: 10"));
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void changesReachTheFunctionAsADynamoDbEvent() throws Exception {
    Script.on("Plain", (event, context) -> Map.of());
    Map<String, AttributeValue> item =
        Map.of(
            "id", AttributeValue.fromS("full"),
            "number", AttributeValue.fromN("1.5"),
            "yes", AttributeValue.fromBool(true),
            "nothing", AttributeValue.fromNul(true),
            "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("hi")),
            "texts", AttributeValue.fromSs(List.of("a")),
            "map", AttributeValue.fromM(Map.of("in", AttributeValue.fromS("side"))),
            "list", AttributeValue.fromL(List.of(AttributeValue.fromN("2"))));
    cloud.tables().putItem(it -> it.tableName("Plain").item(item));
    JsonNode inserted = Script.event("Plain").at("/Records/0");
    assertThat(inserted.at("/eventName").asText()).isEqualTo("INSERT");
    assertThat(inserted.at("/eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(inserted.at("/awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(inserted.at("/eventID").asText()).isNotEmpty();
    assertThat(inserted.at("/eventSourceARN").asText())
        .startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/Plain/stream/");
    assertThat(inserted.at("/dynamodb/StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(inserted.at("/dynamodb/ApproximateCreationDateTime").asLong()).isPositive();
    assertThat(inserted.at("/dynamodb/Keys"))
        .isEqualTo(Json.parse("{\"id\":{\"S\":\"full\"}}").orElseThrow());
    assertThat(inserted.at("/dynamodb/NewImage"))
        .isEqualTo(
            Json.parse(
                    """
                    {"id":{"S":"full"},"number":{"N":"1.5"},"yes":{"BOOL":true},
                     "nothing":{"NULL":true},"bytes":{"B":"aGk="},"texts":{"SS":["a"]},
                     "map":{"M":{"in":{"S":"side"}}},"list":{"L":[{"N":"2"}]}}
                    """)
                .orElseThrow());
    cloud.put("Plain", "full", "changed");
    JsonNode modified = Script.event("Plain").at("/Records/0");
    assertThat(modified.at("/eventName").asText()).isEqualTo("MODIFY");
    assertThat(modified.at("/dynamodb/OldImage")).isEqualTo(inserted.at("/dynamodb/NewImage"));
    assertThat(modified.at("/dynamodb/NewImage/value/S").asText()).isEqualTo("changed");
    cloud
        .tables()
        .deleteItem(it -> it.tableName("Plain").key(Map.of("id", AttributeValue.fromS("full"))));
    JsonNode removed = Script.event("Plain").at("/Records/0");
    assertThat(removed.at("/eventName").asText()).isEqualTo("REMOVE");
    assertThat(removed.at("/dynamodb").has("NewImage")).isFalse();
  }

  /** While the function is busy records gather, and none passes another. */
  @Test
  void batchesAreFilledInOrderAndGoOneAfterTheOther() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Script.on(
        "Plain",
        (event, context) -> {
          release.await();
          return Map.of();
        });
    cloud.put("Plain", "a0", "new");
    JsonNode first = Script.event("Plain");
    for (int i = 1; i <= 7; i++) {
      cloud.put("Plain", "a" + i, "new");
    }
    assertThat(Script.unseen("Plain")).isEmpty();
    release.countDown();
    List<List<String>> batches = new ArrayList<>(List.of(ids(first)));
    while (batches.stream().mapToInt(List::size).sum() < 8) {
      batches.add(ids(Script.event("Plain")));
    }
    assertThat(batches).allMatch(batch -> batch.size() <= 3);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactly("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7");
  }

  @Test
  void whatNoFilterMatchesInvokesNobody() throws Exception {
    Script.on("Filtered", (event, context) -> Map.of());
    cloud.put("Filtered", "f1", "unwanted");
    cloud.put("Filtered", "f2", "wanted");
    cloud.put("Filtered", "f2", "wanted again"); // a MODIFY
    cloud.put("Filtered", "f3", "wanted too");
    List<String> seen = new ArrayList<>(ids(Script.event("Filtered")));
    while (!seen.contains("f3")) {
      seen.addAll(ids(Script.event("Filtered")));
    }
    assertThat(seen).containsExactly("f2", "f3");
  }

  @Test
  void recordsWaitForOthersUntilTheWindowIsOverOrTheBatchIsFull() throws Exception {
    Script.on("Window", (event, context) -> Map.of());
    cloud.putTogether("Window", "w1", "w2");
    var timeline = cloud.cloud().timeline();
    Patience.until("a window", () -> timeline.pending(Duration.ofSeconds(5)) > 0);
    timeline.advance(Duration.ofMillis(4_999));
    assertThat(Script.unseen("Window")).isEmpty();
    timeline.advance(Duration.ofMillis(1));
    assertThat(ids(Script.event("Window"))).containsExactlyInAnyOrder("w1", "w2");
    cloud.putTogether("Window", "w3", "w4", "w5");
    assertThat(ids(Script.event("Window"))).containsExactlyInAnyOrder("w3", "w4", "w5");
  }

  @Test
  void afterAPartialFailureItGoesOnAtTheFirstThatFailed() throws Exception {
    List<List<String>> seen = new CopyOnWriteArrayList<>();
    Script.on(
        "Partial",
        (event, context) -> {
          List<String> numbers = numbers(event);
          seen.add(numbers);
          return numbers.size() == 5 ? failing(numbers.get(4), numbers.get(2)) : Map.of();
        });
    cloud.putTogether("Partial", "p1", "p2", "p3", "p4", "p5");
    Patience.until("the rest", () -> seen.size() == 2);
    assertThat(seen.get(0)).hasSize(5);
    assertThat(seen.get(1)).isEqualTo(seen.get(0).subList(2, 5));
  }

  /** Without bisecting the neighbours of what fails are given up with it. */
  @Test
  void aBatchIsGivenUpAfterItsRetriesAndTheQueueHearsWhereItStood() throws Exception {
    Script.on("Whole", (event, context) -> failing(numbers(event).getFirst()));
    cloud.putTogether("Whole", "x1", "x2");
    List<String> numbers = numbers(Script.event("Whole"));
    JsonNode note = cloud.lost();
    assertThat(Script.unseen("Whole")).hasSize(2);
    assertThat(note.at("/version").asText()).isEqualTo("1.0");
    assertThat(note.at("/timestamp").asText()).matches("2026-03-\\d\\dT[0-9:.]+Z");
    assertThat(note.at("/requestContext/functionArn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:WholeReader");
    assertThat(note.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
    assertThat(note.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(note.at("/requestContext/requestId").asText()).isNotEmpty();
    assertThat(note.at("/responseContext/statusCode").asInt()).isEqualTo(200);
    assertThat(note.at("/responseContext").has("functionError")).isFalse();
    JsonNode batch = note.at("/DDBStreamBatchInfo");
    assertThat(batch.at("/shardId").asText()).startsWith("shardId-");
    assertThat(batch.at("/startSequenceNumber").asText()).isEqualTo(numbers.getFirst());
    assertThat(batch.at("/endSequenceNumber").asText()).isEqualTo(numbers.getLast());
    assertThat(batch.at("/batchSize").asInt()).isEqualTo(2);
    assertThat(batch.at("/approximateArrivalOfFirstRecord").asText()).endsWith("Z");
    assertThat(batch.at("/streamArn").asText()).contains(":table/Whole/stream/");
    Script.on("Whole", (event, context) -> Map.of());
    cloud.put("Whole", "x3", "new");
    assertThat(ids(Script.event("Whole"))).containsExactly("x3");
  }

  /** Halving finds the one that fails, costs no retry, and spares the others. */
  @Test
  void bisectingLosesOnlyWhatFails() {
    List<String> handled = new CopyOnWriteArrayList<>();
    List<List<String>> seen = new CopyOnWriteArrayList<>();
    Script.on(
        "Halved",
        (event, context) -> {
          seen.add(ids(event));
          if (ids(event).contains("h3")) {
            throw new IllegalStateException("broken on purpose");
          }
          handled.addAll(ids(event));
          return Map.of();
        });
    cloud.putTogether("Halved", "h1", "h2", "h3", "h4");
    JsonNode note = cloud.lost();
    Patience.until("the others", () -> handled.size() == 3);
    assertThat(handled).containsExactlyInAnyOrder("h1", "h2", "h4");
    assertThat(note.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
    assertThat(note.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    // The whole, a half, and what fails by itself, which is tried once more.
    assertThat(seen.stream().filter(batch -> batch.contains("h3")).map(List::size))
        .containsExactly(4, 2, 1, 1);
  }

  @Test
  void whatIsTooOldIsNotTriedAgain() throws Exception {
    Script.on(
        "Old",
        (event, context) -> {
          throw new IllegalStateException("broken on purpose");
        });
    cloud.put("Old", "o1", "new");
    cloud.pass("some retries", () -> Script.unseen("Old").size() > 3);
    cloud.cloud().timeline().advance(Duration.ofMinutes(2));
    JsonNode note = cloud.lost();
    assertThat(note.at("/requestContext/condition").asText()).isEqualTo("MaximumRecordAgeExceeded");
    assertThat(note.at("/requestContext/approximateInvokeCount").asInt())
        .isEqualTo(Script.unseen("Old").size());
  }

  @Test
  void lanesAreSideBySideAndEachItemStaysInOne() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Script.on(
        "Lanes",
        (event, context) -> {
          if (ids(event).contains("a")) {
            release.await();
          }
          return Map.of();
        });
    cloud.put("Lanes", "a", "1");
    assertThat(ids(Script.event("Lanes"))).containsExactly("a");
    cloud.put("Lanes", "a", "2");
    cloud.put("Lanes", "b", "1"); // these two keys fall into different lanes
    assertThat(ids(Script.event("Lanes"))).containsExactly("b");
    assertThat(Script.unseen("Lanes")).isEmpty();
    release.countDown();
    JsonNode second = Script.event("Lanes");
    assertThat(second.at("/Records/0/dynamodb/NewImage/value/S").asText()).isEqualTo("2");
  }

  @Test
  void aTableThatIsMadeAnewIsReadFromItsStart() throws Exception {
    Script.on("Anew", (event, context) -> Map.of());
    cloud.put("Anew", "old", "new");
    String before = Script.event("Anew").at("/Records/0/eventSourceARN").asText();
    cloud.tables().deleteTable(it -> it.tableName("Anew"));
    new TableCreator(cloud.tables()).create(cloud.cloud().cloud().template().table("Anew"));
    cloud.put("Anew", "young", "new");
    JsonNode event = Script.event("Anew");
    assertThat(ids(event)).containsExactly("young");
    assertThat(event.at("/Records/0/eventSourceARN").asText()).isNotEqualTo(before);
  }

  @Test
  void recordsArriveWellWithinASecond() throws Exception {
    Script.on("Quick", (event, context) -> Map.of());
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      long start = System.nanoTime();
      cloud.put("Quick", "q" + i, "new");
      Script.event("Quick");
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
    millis.sort(null);
    System.out.println("stream latency, ms: " + millis);
    assertThat(millis.get(millis.size() / 2)).isLessThan(1_000);
  }

  @Test
  void healthSaysThatStreamsAreRead() {
    assertThat(cloud.cloud().get("/_local/health").body()).contains("\"streams\":\"up\"");
  }
}
